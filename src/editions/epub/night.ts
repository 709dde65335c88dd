/** What stands behind the words of a cover and of the pictures to share: a night, its horizon, and a star. */

import { type Canvas, polygon, type Ramp } from './canvas.ts';

const sky = '#14171f';
const ground = '#0f1117';
const ink = '#e4e0d6';
const soft = '#a3a6ad';
const gold = '#e2b04f';

/** Ink, soft ink and gold upon the sky, ink and soft ink upon the ground: the site's dark colours. */
export const ramps: readonly Ramp[] = [
  [sky, ink],
  [sky, soft],
  [sky, gold],
  [ground, ink],
  [ground, soft],
  [soft, ground],
];
export const [INK, SOFT, GOLD, INK_BELOW, SOFT_BELOW, RIM] = [0, 1, 2, 3, 4, 5];

export interface Landscape {
  /** The circle whose upper edge is the horizon. */
  readonly horizon: { readonly x: number; readonly y: number; readonly radius: number; readonly line: number };
  readonly star: { readonly x: number; readonly y: number; readonly radius: number };
}

export function paintNight(canvas: Canvas, { horizon, star }: Landscape): void {
  const { x, y, radius, line } = horizon;
  canvas.draw(below(canvas, x, y, radius + line / 2), SOFT);
  canvas.draw(below(canvas, x, y, radius - line / 2), RIM);
  canvas.draw(polygon(starPoints(star.x, star.y, star.radius)), GOLD);
}

/** The part of a circle that lies on the canvas, up to its lower edge, in chords so short that nobody sees them. */
function below({ width, height }: Canvas, centre: number, y: number, radius: number): ReturnType<typeof polygon> {
  const edge = (x: number): number => y - Math.sqrt(radius * radius - (x - centre) * (x - centre));
  const chords = Array.from({ length: width / 4 + 1 }, (_, i): [number, number] => [i * 4, edge(i * 4)]);
  return polygon([...chords, [width, height], [0, height]]);
}

/** A star of four points. Its angles are eighths of a turn, whose sines need no sine. */
function starPoints(x: number, y: number, radius: number): [number, number][] {
  const waist = radius * 0.1;
  const turns = [
    [0, -radius],
    [waist, -waist],
    [radius, 0],
    [waist, waist],
    [0, radius],
    [-waist, waist],
    [-radius, 0],
    [-waist, -waist],
  ] as const;
  return turns.map(([right, down]) => [x + right, y + down]);
}
