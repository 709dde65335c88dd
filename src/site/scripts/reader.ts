/** The panel of reading settings: filled from what is kept, live, and kept at every change. */

import { stay } from './place.ts';
import { keep, kept } from './store.ts';

const root = document.documentElement;
const form = document.querySelector<HTMLFormElement>('form#reader');

export function openSettings(): void {
  if (!form) return;
  const said = kept<Record<string, string>>('reader');
  for (const field of form.elements) {
    if (!(field instanceof HTMLInputElement)) continue;
    const value = said[field.name];
    if (value === undefined) continue;
    if (field.type === 'radio') field.checked = field.value === value;
    else if (field.type === 'checkbox') field.checked = value === 'on';
    else field.value = value;
  }
  show();
  form.addEventListener('input', change);
  form.addEventListener('submit', (event) => event.preventDefault());
  // The fields have their first values only once the event is over.
  form.addEventListener('reset', () => setTimeout(change));
}

function change(): void {
  const said: Record<string, string> = {};
  for (const field of form?.elements ?? []) {
    if (!(field instanceof HTMLInputElement)) continue;
    const { name, type, checked, defaultChecked, value, defaultValue } = field;
    if (type === 'radio' ? checked && !defaultChecked : type === 'range' && value !== defaultValue) said[name] = value;
    if (type === 'checkbox' && checked !== defaultChecked) said[name] = checked ? 'on' : 'off';
  }
  keep('reader', said);
  stay(() => {
    for (const name of Object.keys(root.dataset)) if (form?.elements.namedItem(name)) delete root.dataset[name];
    Object.assign(root.dataset, said);
    delete root.dataset.size;
    root.style.setProperty('--scale', String(Number(said.size ?? 100) / 100));
    show();
  });
}

/** What follows from the settings beyond style sheets: the ground around the page, the number beside the size, open folds. */
function show(): void {
  const paper = getComputedStyle(root).getPropertyValue('--paper');
  for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
    meta.dataset.own ??= meta.content;
    meta.content = root.dataset.theme ? paper : meta.dataset.own;
  }
  const size = form?.elements.namedItem('size');
  const output = form?.querySelector('output');
  if (size instanceof HTMLInputElement && output) output.value = `${size.value}\u00A0%`;
  if (root.dataset.notes)
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('details.notes')) fold.open = true;
}
