/** What the text says of a ship beside her name: a prefix, a registry. */

import type { Passage } from '../../manuscript/passages.ts';

export interface ShipFacts {
  readonly prefix?: string;
  readonly registry?: string;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The one prefix and the one registry that stand beside her name; nothing where the text gives several. */
export function shipFacts(name: string, passages: readonly Passage[]): ShipFacts {
  const form = new RegExp(
    `(?:\\b(USS|U\\.S\\.S\\.|HMS|H\\.M\\.S\\.|IKS|IRW|RMS|SS) )?${escaped(name)}(?:,? \\(?(NCC-\\d+(?:-[A-Z])?)\\b)?`,
    'gu',
  );
  const prefixes = new Set<string>();
  const registries = new Set<string>();
  for (const { text } of passages) {
    if (!text.includes(name)) continue;
    for (const [, prefix, registry] of text.matchAll(form)) {
      if (prefix) prefixes.add(prefix.replaceAll('.', ''));
      if (registry) registries.add(registry);
    }
  }
  const only = (found: ReadonlySet<string>): string | undefined => (found.size === 1 ? [...found][0] : undefined);
  const [prefix, registry] = [only(prefixes), only(registries)];
  return { ...(prefix ? { prefix } : {}), ...(registry ? { registry } : {}) };
}
