/** The bar goes away as a reader goes on, and comes back as they turn back; and letters turn the page for those who ask. */

const root = document.documentElement;

export function openBar(): void {
  let before = scrollY;
  addEventListener(
    'scroll',
    () => {
      const moved = scrollY - before;
      if (Math.abs(moved) < 8) return;
      before = scrollY;
      if (moved > 0 && scrollY > 80) root.dataset.bar = 'away';
      else delete root.dataset.bar;
    },
    { passive: true },
  );
}

/** What each letter does: the element that it clicks. */
const letters: Readonly<Record<string, string>> = {
  n: 'main a[rel=next]',
  p: 'main a[rel=prev]',
  c: '.bar nav a',
  ',': '.aa',
  '?': '.footer a[rel=help]',
};

export function openKeys(): void {
  const tell = (): void => {
    for (const [key, selector] of Object.entries(letters))
      for (const link of document.querySelectorAll(selector)) {
        if (root.dataset.keys) link.setAttribute('aria-keyshortcuts', key);
        else link.removeAttribute('aria-keyshortcuts');
      }
  };
  tell();
  new MutationObserver(tell).observe(root, { attributeFilter: ['data-keys'] });
  addEventListener('keydown', ({ key, ctrlKey, metaKey, altKey, target }) => {
    if (!root.dataset.keys || ctrlKey || metaKey || altKey) return;
    if ((target as Element).closest('input, select, textarea, [contenteditable]')) return;
    const selector = letters[key];
    if (selector) document.querySelector<HTMLElement>(selector)?.click();
  });
}
