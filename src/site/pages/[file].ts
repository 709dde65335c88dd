/** The files that machines read. */

import { site } from 'virtual:padd';
import type { SiteFile } from '../files.ts';

export const getStaticPaths = () => site.files.map((file) => ({ params: { file: file.name }, props: file }));

export const GET = ({ props: { type, text } }: { props: SiteFile }): Response =>
  new Response(text(), { headers: { 'Content-Type': `${type}; charset=utf-8` } });
