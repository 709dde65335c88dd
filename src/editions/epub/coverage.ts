/** How much of each pixel letters cover: exact areas under straight edges, and curves cut into such. */

import type { Command } from 'opentype.js';

/** A part of a picture, in whole pixels. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** How far from a curve its edges may run, in pixels. */
const TOLERANCE = 0.1;

/** From 0 to 1, row by row; the letters must lie within the frame. */
export function coverageOf(commands: readonly Command[], { left, top, width, height }: Frame): Float32Array {
  // What stands in a pixel here is by how much more is covered from it on than before it, in its row.
  const changes = new Float32Array((width + 2) * height);
  const edge = edgesInto(changes, width + 2);
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const lineTo = (toX: number, toY: number): void => {
    edge(x, y, toX, toY);
    [x, y] = [toX, toY];
  };
  for (const command of commands) {
    if (command.type === 'M' || command.type === 'Z') lineTo(startX, startY);
    if (command.type === 'M') {
      [x, y] = [command.x - left, command.y - top];
      [startX, startY] = [x, y];
    } else if (command.type === 'L') lineTo(command.x - left, command.y - top);
    else if (command.type === 'Q') {
      const [fromX, fromY, byX, byY] = [x, y, command.x1 - left, command.y1 - top];
      const [toX, toY] = [command.x - left, command.y - top];
      const bend = Math.hypot(fromX - 2 * byX + toX, fromY - 2 * byY + toY);
      const parts = Math.ceil(Math.sqrt(bend / (4 * TOLERANCE))) || 1;
      for (let part = 1; part <= parts; part += 1) {
        const [t, u] = [part / parts, 1 - part / parts];
        lineTo(u * u * fromX + 2 * u * t * byX + t * t * toX, u * u * fromY + 2 * u * t * byY + t * t * toY);
      }
    }
  }
  lineTo(startX, startY);
  const covered = new Float32Array(width * height);
  for (let row = 0; row < height; row += 1) {
    let sum = 0;
    for (let column = 0; column < width; column += 1) {
      sum += changes[row * (width + 2) + column] ?? 0;
      // Where two strokes of a letter lie over each other it is covered once.
      covered[row * width + column] = Math.min(1, Math.abs(sum));
    }
  }
  return covered;
}

/** Enters an edge: each piece of it that lies within one pixel, as what it covers of that pixel and of all to its right. */
function edgesInto(changes: Float32Array, stride: number): (x0: number, y0: number, x1: number, y1: number) => void {
  return (x0, y0, x1, y1) => {
    if (y0 === y1) return;
    const down = y0 < y1;
    const [upper, lower] = down ? [y0, y1] : [y1, y0];
    const slope = (x1 - x0) / (y1 - y0);
    const at = (y: number): number => x0 + (y - y0) * slope;
    for (let row = Math.floor(upper); row < lower; row += 1) {
      const [from, to] = [Math.max(upper, row), Math.min(lower, row + 1)];
      const [a, b] = [at(from), at(to)];
      const [west, east] = a < b ? [a, b] : [b, a];
      const drop = down ? to - from : from - to;
      for (let column = Math.floor(west); column === Math.floor(west) || column < east; column += 1) {
        const [l, r] = [Math.max(west, column), Math.min(east, column + 1)];
        const share = east > west ? (drop * (r - l)) / (east - west) : drop;
        const beside = (l + r) / 2 - column;
        const cell = row * stride + column;
        changes[cell] = (changes[cell] ?? 0) + share * (1 - beside);
        changes[cell + 1] = (changes[cell + 1] ?? 0) + share * beside;
      }
    }
  };
}
