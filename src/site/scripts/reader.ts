/** The panel of reading settings: filled from what is kept, live, and kept at every change. */

import { stay } from './place.ts';
import { find, findAll, keep, kept, root } from './store.ts';

/** What each letter does for those who ask for letters: the element that it clicks. */
const letters: Readonly<Record<string, string>> = {
  n: 'a[rel=next]',
  p: 'a[rel=prev]',
  c: '.bar nav a',
  ',': '.aa',
  '?': 'a[rel=help]',
};

export function openSettings(form: HTMLFormElement): void {
  let said = kept<Record<string, string>>('reader') as Record<string, string>;
  for (const name in said) {
    // One of several takes the value, a switch is not as it was, and the size is a value too.
    const field = (form.elements as unknown as Record<string, HTMLInputElement>)[name];
    if (field) Object.assign(field, { checked: !field.defaultChecked, value: said[name] });
  }
  /** What follows from the settings beyond style sheets: the ground around the page, the number beside the size, open folds. */
  const show = (): void => {
    for (const meta of findAll<HTMLMetaElement>('[name=theme-color]'))
      meta.content = getComputedStyle(root).backgroundColor;
    find<HTMLOutputElement>('output', form).value = `${form.size.value}\u00A0%`;
    if (root.dataset.notes) for (const fold of findAll<HTMLDetailsElement>('.notes')) fold.open = true;
    for (const key in letters)
      for (const link of findAll(letters[key] as string)) link.ariaKeyShortcuts = root.dataset.keys ? key : null;
  };
  const change = (): void => {
    keep('reader', said);
    stay(() => {
      for (const { name } of form.elements as unknown as HTMLInputElement[]) delete root.dataset[name];
      Object.assign(root.dataset, said);
      root.style.setProperty('--scale', `${form.size.value / 100}`);
      show();
    });
  };
  show();
  form.oninput = ({ target }) => {
    const field = target as HTMLInputElement;
    said[field.name] = field.value;
    if (field.checked === field.defaultChecked && field.value === field.defaultValue) delete said[field.name];
    change();
  };
  // The fields have their first values only once the event is over.
  form.onreset = () => {
    said = {};
    setTimeout(change);
  };
  addEventListener('keydown', ({ key, ctrlKey, metaKey, altKey, target }) => {
    if (!root.dataset.keys || ctrlKey || metaKey || altKey || !letters[key]) return;
    if (!(target as Element).closest('input')) find(letters[key])?.click();
  });
}
