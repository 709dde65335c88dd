/** Licences as they are called, and where their words stand. */

export interface Licence {
  readonly name: string;
  readonly href?: string;
}

/** By its SPDX id. Creative Commons licences have an address; every other is its name. */
export function licenceOf(id: string): Licence {
  const [, kind, version] = /^CC-(BY(?:-NC)?(?:-SA|-ND)?)-(\d\.\d)$/i.exec(id.trim()) ?? [];
  if (kind && version)
    return {
      name: `CC ${kind.toUpperCase()} ${version}`,
      href: `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/`,
    };
  if (/^CC0-1\.0$/i.test(id.trim()))
    return { name: 'CC0 1.0', href: 'https://creativecommons.org/publicdomain/zero/1.0/' };
  return { name: id };
}
