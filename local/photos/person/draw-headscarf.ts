import { darken, lighten } from "../colour";
import { createRandom } from "../random";
import { blob, n, points, stroke } from "../svg-path";
import type { Point } from "../svg-path";
import type { Hair } from "./hair";
import { flatten, solids } from "./head-frame";
import type { HeadFrame } from "./head-frame";
import type { Traits } from "./traits";

/** A headscarf around face and neck, with its folds. */
export function drawHeadscarf(traits: Traits, frame: HeadFrame): Hair {
  const cloth = traits.scarf;
  const random = createRandom(`scarf ${cloth}`);
  const inner: Point[] = flatten(
    frame,
    solids(
      "0 -.86 .85, .52 -.72 .74, .84 -.3 .42, .88 .25 .3, .7 .86 .4, .34 1.18 .52, 0 1.27 .55, -.34 1.18 .52, -.7 .86 .4, -.88 .25 .3, -.84 -.3 .42, -.52 -.72 .74",
    ),
  );
  const outer: Point[] = points(
    "0 -1.42, .66 -1.26, 1.06 -.7, 1.14 0, 1.08 .75, 1.05 1.3, 1.3 1.85, 1.25 2.3, .5 2.62, -.3 2.72, -1.1 2.35, -1.32 1.85, -1.05 1.3, -1.08 .75, -1.14 0, -1.06 -.7, -.66 -1.26",
  ).map(([x, y]) => (y < 1 ? frame.edge(x, y) : ([x, y] as const)));
  const folds = Array.from({ length: 15 }, (_, index) => {
    const shift = index / 14;
    const line: Point[] = [
      [-1.0 + shift * 0.5, 0.5 + shift * 0.5],
      [-0.5 + shift * 0.2, 1.2 + shift * 0.9],
      [0.3, 1.5 + shift * 1.0],
      [1.15, 1.2 + shift * 1.0],
    ];
    return `<path d="${stroke(line, random.between(0.04, 0.1))}" fill="${index % 2 ? lighten(cloth, 0.3) : darken(cloth, 0.45)}" opacity="${n(random.between(0.18, 0.36))}"/>`;
  });
  const wraps = Array.from({ length: 7 }, (_, index) => {
    const out = 0.15 + index * 0.13;
    return `<path d="${stroke([frame.edge(-0.96 - out * 0.16, 0.3), frame.edge(-0.86 - out * 0.2, -0.6 - out * 0.2), frame.edge(-0.2, -0.98 - out * 0.4), frame.edge(0.6, -0.82 - out * 0.35), frame.edge(0.98 + out * 0.1, -0.1)], 0.05)}" fill="${index % 2 ? lighten(cloth, 0.3) : darken(cloth, 0.4)}" opacity=".22"/>`;
  });
  const shape = `${blob(outer)}${blob(inner)}`;
  return {
    back: "",
    front: `<clipPath id="scarf"><path d="${shape}" clip-rule="evenodd"/></clipPath><path d="${shape}" fill="${cloth}" fill-rule="evenodd"/><g clip-path="url(#scarf)"><g filter="url(#soft0)">${folds.join("")}${wraps.join("")}</g></g>`,
  };
}
