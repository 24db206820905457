import { darken, mix } from "../colour";
import { blob, n, outline, points } from "../svg-path";
import type { Hair } from "./hair";
import { drawSheet } from "./hair-sheet";
import { flatten, solids } from "./head-frame";
import type { HeadFrame } from "./head-frame";
import type { Traits } from "./traits";

/** Hair of a few millimetres over the whole head, soft at its edge. */
export function drawStubble(traits: Traits, frame: HeadFrame, opacity: number): string {
  const line = flatten(
    frame,
    solids(
      "-.92 .26 0, -.84 .02 .3, -.86 -.42 .44, -.62 -.72 .7, -.3 -.84 .84, 0 -.87 .88, .3 -.84 .84, .62 -.72 .7, .86 -.42 .44, .84 .02 .3, .92 .26 0",
    ),
  );
  const crown = points(
    ".93 .26, .95 -.4, .74 -1.02, .3 -1.22, 0 -1.25, -.3 -1.22, -.74 -1.02, -.95 -.4, -.93 .26",
  ).map(([x, y]) => frame.edge(x, y));
  const colour = mix(traits.hair, traits.skin, 0.16);
  return `<path d="${outline(line, crown)}" fill="${colour}" opacity="${n(opacity)}" filter="url(#soft0)"/><path d="${outline(line, crown)}" fill="${darken(traits.hair, 0.2)}" opacity="${n(opacity * 0.6)}" filter="url(#soft1)"/>`;
}

/** A short top combed from a parting across to the other side. */
export function drawSweep(
  traits: Traits,
  frame: HeadFrame,
  { from, lift, reach }: { from: number; lift: number; reach: number },
): string {
  const guides = [
    flatten(frame, [
      [from, -0.86, 0.86],
      [from + 0.4, -0.98, 0.9],
      [0.42, -0.86, 0.86],
      [0.78, -0.56, 0.6],
      [0.93, reach + 0.2, 0.36],
    ]),
    flatten(frame, [
      [from - 0.08, -1.0, 0.7],
      [from + 0.36, -1.2 - lift, 0.66],
      [0.46, -1.14 - lift, 0.55],
      [0.88, -0.78, 0.36],
      [1.0, reach + 0.1, 0.18],
    ]),
    flatten(frame, [
      [from - 0.14, -1.12, 0.4],
      [from + 0.3, -1.36 - lift, 0.3],
      [0.5, -1.3 - lift, 0.2],
      [0.96, -0.9, 0.1],
      [1.06, reach, 0],
    ]),
    flatten(frame, [
      [from - 0.16, -1.16, 0.1],
      [from + 0.26, -1.42 - lift, 0],
      [0.5, -1.36 - lift, 0],
      [0.98, -0.98, 0],
      [1.07, reach - 0.08, 0],
    ]),
  ];
  const near = [
    flatten(frame, [
      [from, -0.88, 0.84],
      [from - 0.22, -0.76, 0.7],
      [-0.9, -0.44, 0.4],
    ]),
    flatten(frame, [
      [from - 0.06, -1.06, 0.5],
      [from - 0.32, -0.96, 0.4],
      [-1.0, -0.46, 0.1],
    ]),
    flatten(frame, [
      [from - 0.1, -1.2, 0.1],
      [from - 0.36, -1.08, 0],
      [-1.05, -0.5, 0],
    ]),
  ];
  return (
    drawSheet({ guides: near, strands: 34, contrast: 0.46 }, darken(traits.hair, 0.1), "near") +
    drawSheet({ guides, strands: 80, contrast: 0.46 }, traits.hair, "sweep")
  );
}

/** A short top brushed up from the forehead. */
export function drawQuiff(traits: Traits, frame: HeadFrame): string {
  const guides = [-0.84, -0.5, -0.1, 0.35, 0.66, 0.84].map((x, index) => {
    const flat = 1 - Math.abs(x);
    const high = 1.44 + 0.1 * Math.sin(index * 1.3) + flat * 0.12;
    return flatten(frame, [
      [x * 0.96, -0.6 - flat * 0.3, 0.72],
      [x * 1.04, -0.95 - flat * 0.2, 0.84],
      [x * 1.06 + 0.03, -1.2 - flat * 0.24, 0.6],
      [x * 0.98 + 0.08, -high + Math.abs(x) * 0.22, 0.32],
    ]);
  });
  return drawSheet({ guides, strands: 90, contrast: 0.5, tips: 0.4 }, traits.hair, "quiff");
}

/** Hair to the neck, brushed back. */
export function drawSweptBack(traits: Traits, frame: HeadFrame): Hair {
  const roots = solids(
    "-.94 .1 .05, -.86 -.42 .4, -.55 -.8 .74, 0 -.93 .88, .55 -.8 .74, .86 -.42 .4, .94 .1 .05",
  );
  const guides = roots.map(([x, y, depth]) => {
    const out = Math.abs(x) > 0.9 ? 1.16 : 1.08;
    return flatten(frame, [
      [x, y, depth],
      [x * 1.02, y - 0.3 * (1.1 - Math.abs(x)) - 0.08, depth * 0.8],
      [x * out, y * 0.9 - 0.3 - 0.12 * (1 - Math.abs(x)), depth * 0.4],
      [x * out * 1.04, -0.3 + (Math.abs(x) > 0.8 ? 0.6 : -1.1 * (1 - Math.abs(x) * 0.35)), -0.1],
    ]);
  });
  const [cx] = frame.at(0, 0, -0.2);
  const back = `<path d="${blob([
    [cx, -1.3],
    [cx + 0.98, -0.7],
    [cx + 1.08, 0.3],
    [cx + 0.86, 1.0],
    [cx, 1.15],
    [cx - 0.86, 1.0],
    [cx - 1.08, 0.3],
    [cx - 0.98, -0.7],
  ])}" fill="${darken(traits.hair, 0.35)}"/>`;
  return { back, front: drawSheet({ guides, strands: 110, contrast: 0.46 }, traits.hair, "swept") };
}
