/** Where the words of a licence stand. */

/** The address of a licence of Creative Commons, by its SPDX id; undefined for others. */
export function licenseAddress(id: string): string | undefined {
  const [, kind, version] = /^CC-(BY(?:-NC)?(?:-ND|-SA)?)-(\d\.\d)$/i.exec(id.trim()) ?? [];
  if (kind) return `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/`;
  return /^CC0-1\.0$/i.test(id.trim()) ? 'https://creativecommons.org/publicdomain/zero/1.0/' : undefined;
}
