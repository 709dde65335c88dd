/** A suggested bible as YAML, ready to be pasted: what was counted stands beside each entry. */

import { yamlText } from '../analysis/naming/pasting.ts';
import type { Suggested, Suggestion } from '../analysis/naming/suggestion.ts';

/** Empty where there is nothing to suggest. */
export function bibleYaml(suggestion: Suggestion): string {
  const tables = Object.entries(suggestion).filter(([, entries]) => entries.length > 0);
  return tables.map(([table, entries]) => `${table}:\n${entries.map(entryYaml).join('')}`).join('\n');
}

function entryYaml({ id, name, aliases = [], facts = {}, counted }: Suggested): string {
  const fields = [
    ...(name === undefined ? [] : [`name: ${yamlText(name)}`]),
    ...(aliases.length > 0 ? [`aliases: [${aliases.map(yamlText).join(', ')}]`] : []),
    ...Object.entries(facts).map(([key, value]) => `${key}: ${yamlText(value)}`),
  ];
  const note = counted ? `  # ${counted}` : '';
  const head = fields.length === 0 ? `  ${yamlText(id)}: {}${note}\n` : `  ${yamlText(id)}:${note}\n`;
  return head + fields.map((field) => `    ${field}\n`).join('');
}
