/** What the book says of its own accessibility: what is true of its content, and nothing more (EPUB Accessibility 1.1). */

import { xml } from './xml.ts';

export interface Content {
  /** Whether a picture says something: the cover and pictures without a description do not count. */
  readonly tellingPictures: boolean;
  readonly movingPictures: boolean;
  /** Who evaluated it and when, where a human being did. */
  readonly evaluation: { readonly by: string; readonly date: string | undefined } | undefined;
}

const meta = (property: string, content: string, refines?: string): string =>
  xml('meta', { refines, property }, content);

export function accessibilityMetadata({ tellingPictures, movingPictures, evaluation }: Content): string[] {
  const features = [
    ...(tellingPictures ? ['alternativeText'] : []),
    'ARIA',
    'displayTransformability',
    'readingOrder',
    'structuralNavigation',
    'tableOfContents',
  ];
  return [
    meta('schema:accessMode', 'textual'),
    ...(tellingPictures ? [meta('schema:accessMode', 'visual')] : []),
    meta('schema:accessModeSufficient', 'textual'),
    ...features.map((feature) => meta('schema:accessibilityFeature', feature)),
    // Whether a moving picture flashes is more than can be known from here.
    meta('schema:accessibilityHazard', movingPictures ? 'unknown' : 'none'),
    meta('schema:accessibilitySummary', summary(tellingPictures)),
    ...(evaluation ? claim(evaluation) : []),
  ];
}

const summary = (tellingPictures: boolean): string =>
  tellingPictures
    ? 'Running text with headings and linked notes; the pictures have descriptions.'
    : 'Running text with headings and linked notes.';

/** A claim of conformance is a human being's to make: no checker is enough for it. */
const claim = ({ by, date }: NonNullable<Content['evaluation']>): string[] => [
  xml('meta', { property: 'dcterms:conformsTo', id: 'conformance' }, 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA'),
  xml('meta', { property: 'a11y:certifiedBy', refines: '#conformance', id: 'certifier' }, by),
  ...(date ? [meta('dcterms:date', date, '#certifier')] : []),
];
