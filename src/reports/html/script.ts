/** The report's program: it says which drawings are wider than the window, narrows the findings down, and groups them by chapter or by rule. Without it all are there. */

export const script = `(() => {
const measure = () => {
  for (const hint of document.querySelectorAll('.sideways')) {
    const { scrollWidth, clientWidth } = hint.nextElementSibling;
    hint.hidden = scrollWidth <= clientWidth;
  }
};
measure();
addEventListener('resize', measure);
const form = document.getElementById('filter'), groups = document.getElementById('groups');
if (!form || !groups) return;
const all = [...groups.querySelectorAll('article')], count = document.getElementById('shown');
const words = new Map(all.map((one) => [one, one.textContent.toLowerCase()]));
const update = () => {
  const data = new FormData(form), by = data.get('by'), text = data.get('text').trim().toLowerCase();
  const severities = data.getAll('severity'), rule = data.get('rule'), file = data.get('file');
  const sections = new Map();
  let shown = 0;
  for (const one of all) {
    const { dataset } = one;
    const fits = severities.includes(dataset.severity) && (!rule || dataset.rule === rule) &&
      (!file || dataset.file === file) && (!text || words.get(one).includes(text));
    one.hidden = !fits;
    if (fits) shown += 1;
    const key = dataset[by];
    if (!sections.has(key)) {
      const section = document.createElement('section'), head = document.createElement('h3');
      section.className = 'group';
      head.textContent = key;
      section.append(head);
      sections.set(key, section);
    }
    sections.get(key).append(one);
  }
  for (const section of sections.values()) section.hidden = !section.querySelector('article:not([hidden])');
  groups.replaceChildren(...sections.values());
  count.textContent = shown === all.length ? 'All ' + shown + ' are shown.' : shown + ' of ' + all.length + ' are shown.';
};
form.hidden = false;
form.addEventListener('input', update);
form.addEventListener('reset', () => setTimeout(update));
form.addEventListener('submit', (event) => event.preventDefault());
update();
})();`;
