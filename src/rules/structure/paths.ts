/** Paths that lead nowhere, and those that may have been meant. */

import type { Chapter } from '../../manuscript/model.ts';
import { nearest } from '../../manuscript/nearest.ts';
import { folderOf } from '../../manuscript/parts.ts';
import type { Fix } from '../../manuscript/problem.ts';
import type { Span } from '../../manuscript/source.ts';

/** What another tool fills in before it is an address. */
export const isTemplate = (address: string): boolean => /\{\{|\{%|%7B%7B/i.test(address);

/** An address as a message shows it: one that holds a whole picture is cut. */
export const shortened = (address: string): string => (address.length > 80 ? `${address.slice(0, 80)}…` : address);

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The file that a path may mean: in another case, in another folder, or with a slip in it. */
export function nearestFile(path: string, files: readonly string[]): string | undefined {
  const fold = (one: string): string => one.normalize('NFC').toLowerCase();
  const sameName = files.filter((file) => fold(baseName(file)) === fold(baseName(path)));
  const nearName = nearest(fold(baseName(path)), new Set(files.map((file) => fold(baseName(file)))));
  return (
    files.find((file) => fold(file) === fold(path)) ??
    (sameName.length === 1 ? sameName[0] : undefined) ??
    files.find((file) => fold(baseName(file)) === nearName)
  );
}

/** A file as a chapter's text points at it: `../images/lamp.png`. */
export function pathFrom(chapter: Chapter, file: string): string {
  const here = folderOf(chapter.source.file).split('/').filter(Boolean);
  const there = file.split('/');
  while (here.length > 0 && there.length > 1 && here[0] === there[0]) {
    here.shift();
    there.shift();
  }
  return encodeURI([...here.map(() => '..'), ...there].join('/'));
}

/** A fix that puts another path into the place of one, where both are known. */
export const toward = (span: Span | undefined, path: string | undefined): { readonly fix?: Fix } =>
  span && path ? { fix: { safe: false, edits: [{ span, text: path }] } } : {};
