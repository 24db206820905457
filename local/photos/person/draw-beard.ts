import { darken, mix } from "../colour";
import { createRandom } from "../random";
import { n, outline, stroke } from "../svg-path";
import type { Point } from "../svg-path";
import { faceOutline } from "./draw-face";
import type { HeadFrame } from "./head-frame";
import type { Traits } from "./traits";

/** Beard, stubble or moustache; empty for a shaven face. Goes over the skin and under the mouth. */
export function drawBeard(traits: Traits, frame: HeadFrame): string {
  if (traits.beard === "none") return "";
  const colour = mix(traits.hair, "#2a1a12", 0.2);
  const moustache = drawMoustache(frame, colour, traits.beard === "stubble" ? 0.3 : 0.92);
  if (traits.beard === "moustache") return moustache;

  const ring = faceOutline(traits, frame);
  const jawRight = ring.slice(4, 8);
  const jawLeft = ring.slice(7, 11);
  const isFull = traits.beard === "full";
  const drop = isFull ? 0.09 : 0;
  const outer: Point[] = [...jawRight, ...jawLeft.slice(1)].map(([x, y]) => [
    x * 1.015,
    y + drop * Math.max(0, y - 0.3),
  ]);
  const [first, last] = [outer[0] ?? [0, 0], outer.at(-1) ?? [0, 0]];
  const inner: Point[] = [
    [last[0], last[1]],
    frame.onFace(-0.72, 0.56),
    frame.onFace(-0.44, 0.66),
    frame.onFace(-0.38, 0.92),
    frame.onFace(0, 0.95),
    frame.onFace(0.38, 0.92),
    frame.onFace(0.44, 0.66),
    frame.onFace(0.72, 0.56),
    [first[0], first[1]],
  ];
  const shape = outline(outer, inner);
  if (!isFull)
    return `<g opacity=".38"><path d="${shape}" fill="${colour}" filter="url(#soft1)"/></g>${moustache}`;

  const random = createRandom(`beard ${traits.hair}`);
  let hairs = "";
  for (let index = 0; index < 150; index++) {
    const x = random.between(-0.9, 0.9);
    const y = random.between(0.62, 1.28);
    const line: Point[] = [
      frame.onFace(x, y),
      frame.onFace(x * 1.04, y + 0.07),
      frame.onFace(x * 1.02 + random.between(-0.03, 0.03), y + 0.14),
    ];
    hairs += `<path d="${stroke(line, 0.02)}" fill="${random.chance(0.4) ? mix(colour, "#ffffff", 0.22) : darken(colour, 0.4)}" opacity="${n(random.between(0.2, 0.5))}"/>`;
  }
  return `<path d="${shape}" fill="${colour}" opacity=".5" filter="url(#soft1)"/><clipPath id="beard"><path d="${shape}"/></clipPath><path d="${shape}" fill="${colour}" opacity=".86" filter="url(#soft0)"/><g clip-path="url(#beard)">${hairs}</g>${moustache}`;
}

function drawMoustache(frame: HeadFrame, colour: string, opacity: number): string {
  const half = (side: 1 | -1): string =>
    outline(
      [frame.onFace(0, 0.575), frame.onFace(side * 0.2, 0.585), frame.onFace(side * 0.4, 0.72)],
      [frame.onFace(side * 0.4, 0.72), frame.onFace(side * 0.2, 0.675), frame.onFace(0, 0.665)],
    );
  return `<path d="${half(-1)}${half(1)}" fill="${colour}" opacity="${n(opacity)}" filter="url(#soft0)"/>`;
}
