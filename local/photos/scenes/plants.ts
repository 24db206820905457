import { n } from "../svg-path";
import { many } from "./canvas";
import type { SceneCanvas } from "./canvas";

/** Where the sun stands: on the side the light comes from. */
export const sunX = ({ width, lightSide }: SceneCanvas): number => width * (0.5 + lightSide * 0.36);

/** Heaps of leaves, out of focus: dark ones behind, lit ones before. */
export function leaves(
  canvas: SceneCanvas,
  {
    count,
    top,
    bottom,
    colours,
    size,
  }: { count: number; top: number; bottom: number; colours: readonly [string, ...string[]]; size: number },
): string {
  const { width, random } = canvas;
  return many(count, () => {
    const [x, y] = [random.between(-30, width + 30), random.between(top, bottom)];
    const radius = size * random.between(0.5, 1.3);
    return `<ellipse cx="${n(x)}" cy="${n(y)}" rx="${n(radius)}" ry="${n(radius * random.between(0.5, 0.9))}" fill="${random.pick(colours)}" opacity="${n(random.between(0.35, 0.85))}" transform="rotate(${n(random.between(-50, 50))} ${n(x)} ${n(y)})"/>`;
  });
}

/** Tree trunks from the top of the picture to its bottom. */
export function trunks(
  canvas: SceneCanvas,
  count: number,
  [colour, thick]: readonly [colour: string, halfWidth: number],
): string {
  const { width, random } = canvas;
  return many(count, (index) => {
    const x = ((index + random.between(0.1, 0.9)) / count) * width;
    const half = thick * random.between(0.5, 1.2);
    const lean = random.between(-25, 25);
    return `<path d="M${n(x - half)} 1000L${n(x - half * 0.7 + lean)} -20L${n(x + half * 0.7 + lean)} -20L${n(x + half)} 1000Z" fill="${colour}" opacity="${n(random.between(0.7, 1))}"/>`;
  });
}
