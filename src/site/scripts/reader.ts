/** The panel of reading settings: filled from what is kept, live, and kept at every change. */

import { stay } from './place.ts';
import { find, findAll, keep, kept, root } from './store.ts';

/** What each letter does for those who ask for letters: the element that it clicks. */
const letters: Readonly<Record<string, string>> = {
  n: 'main a[rel=next]',
  p: 'main a[rel=prev]',
  c: '.bar nav a',
  ',': '.aa',
  '?': 'a[rel=help]',
};

export function openSettings(form: HTMLFormElement): void {
  const said = kept<Record<string, string>>('reader') as Record<string, string>;
  for (const [name, value] of Object.entries(said)) {
    // One of several takes the value, a switch is not as it was, and the size is a value too.
    const field = form.elements.namedItem(name) as HTMLInputElement | null;
    if (field) Object.assign(field, { checked: !field.defaultChecked, value });
  }
  /** What follows from the settings beyond style sheets: the ground around the page, the number beside the size, open folds. */
  const show = (): void => {
    for (const meta of findAll<HTMLMetaElement>('[name=theme-color]'))
      meta.content = getComputedStyle(root).backgroundColor;
    find<HTMLOutputElement>('output', form).value = `${form.size.value}\u00A0%`;
    if (root.dataset.notes) for (const fold of findAll<HTMLDetailsElement>('.notes')) fold.open = true;
    for (const [key, selector] of Object.entries(letters))
      for (const link of findAll(selector)) link.ariaKeyShortcuts = root.dataset.keys ? key : null;
  };
  const change = (): void => {
    keep('reader', said);
    stay(() => {
      for (const { name } of form.elements as unknown as HTMLInputElement[]) delete root.dataset[name];
      Object.assign(root.dataset, said);
      root.style.setProperty('--scale', String(form.size.value / 100));
      show();
    });
  };
  show();
  form.oninput = ({ target }) => {
    const { name, value, checked, defaultChecked, defaultValue } = target as HTMLInputElement;
    said[name] = value;
    if (checked === defaultChecked && value === defaultValue) delete said[name];
    change();
  };
  // The fields have their first values only once the event is over.
  form.onreset = () => {
    for (const name in said) delete said[name];
    setTimeout(change);
  };
  addEventListener('keydown', ({ key, ctrlKey, metaKey, altKey, target }) => {
    if (!root.dataset.keys || ctrlKey || metaKey || altKey || !letters[key]) return;
    if (!(target as Element).closest('input')) find(letters[key])?.click();
  });
}
