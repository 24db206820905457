import { darken, lighten, lightnessOf, mix } from "../colour";
import { curve, n, outline, stroke } from "../svg-path";
import type { Point } from "../svg-path";
import type { HeadFrame } from "./head-frame";
import type { Expression, Pose } from "./pose";
import type { Traits } from "./traits";

interface MouthShape {
  halfWidth: number;
  /** How far the corners are above the middle of the lips. */
  cornerUp: number;
  /** How far the lips are apart. */
  open: number;
}

const shapes: Record<Expression, MouthShape> = {
  calm: { halfWidth: 0.28, cornerUp: 0.034, open: 0 },
  smile: { halfWidth: 0.325, cornerUp: 0.065, open: 0 },
  grin: { halfWidth: 0.355, cornerUp: 0.085, open: 0.09 },
  laugh: { halfWidth: 0.37, cornerUp: 0.1, open: 0.19 },
};

const Y = 0.76;

/** Lips, teeth when they show, and the folds a smile makes. */
export function drawMouth(traits: Traits, pose: Pose, frame: HeadFrame): string {
  const { halfWidth, cornerUp, open } = shapes[pose.expression];
  const width = halfWidth * traits.mouthWidth;
  const at = (along: number, y: number): Point => frame.onFace(along * width, Y + y);
  const deep = 1 - lightnessOf(traits.skin);
  const lips = mix(darken(traits.lips, deep * 0.35), traits.skin, traits.isMadeUp ? 0.2 : 0.5);
  const upperColour = darken(lips, 0.14);
  const [left, right] = [at(-1, -cornerUp), at(1, -cornerUp)];
  const full = traits.isMadeUp ? 1 : 0.72;

  const top: Point[] = [
    left,
    at(-0.55, -0.055 * full - cornerUp * 0.45),
    at(-0.2, -0.095 * full),
    at(0, -0.07 * full),
    at(0.2, -0.095 * full),
    at(0.55, -0.055 * full - cornerUp * 0.45),
    right,
  ];
  const upperEdge: Point[] = [
    right,
    at(0.5, 0.006 - cornerUp * 0.28),
    at(0, 0.016),
    at(-0.5, 0.006 - cornerUp * 0.28),
    left,
  ];
  const lowerEdge: Point[] = [
    left,
    at(-0.5, 0.01 + open * 0.82 - cornerUp * 0.28),
    at(0, 0.016 + open),
    at(0.5, 0.01 + open * 0.82 - cornerUp * 0.28),
    right,
  ];
  const bottom: Point[] = [
    right,
    at(0.55, 0.06 * full + open * 0.95 - cornerUp * 0.2),
    at(0, 0.115 * full + open),
    at(-0.55, 0.06 * full + open * 0.95 - cornerUp * 0.2),
    left,
  ];

  const inside =
    open === 0
      ? ""
      : drawInside(outline([...upperEdge].reverse(), [...lowerEdge].reverse()), at, { open, cornerUp });
  const crease = darken(mix(traits.skin, "#8a3b2c", 0.4), 0.35);
  const fold = (side: 1 | -1): string =>
    `<path d="${stroke([frame.onFace(side * 0.25, 0.42), frame.onFace(side * (width + 0.09), 0.6), frame.onFace(side * (width + 0.1), 0.76)], 0.05)}" fill="${crease}" opacity="${n(0.05 + cornerUp * 1.5)}" filter="url(#soft0)"/>`;
  const dimple = (at: Point): string =>
    `<circle cx="${n(at[0])}" cy="${n(at[1])}" r=".022" fill="${crease}" opacity=".5" filter="url(#soft0)"/>`;

  return `${cornerUp > 0.05 ? fold(-1) + fold(1) : ""}${inside}
  <path d="${outline(lowerEdge, bottom)}" fill="${lips}"/>
  <path d="${outline(top, upperEdge)}" fill="${upperColour}"/>
  <path d="${stroke([at(-0.42, 0.052 * full + open), at(0, 0.066 * full + open), at(0.42, 0.052 * full + open)], 0.034)}" fill="${lighten(lips, 0.5)}" opacity=".45" filter="url(#soft0)"/>
  ${open === 0 ? `<path d="${curve([left, at(-0.5, 0.006 - cornerUp * 0.28), at(0, 0.018), at(0.5, 0.006 - cornerUp * 0.28), right])}" fill="none" stroke="${darken(lips, 0.55)}" stroke-width=".018" stroke-linecap="round" opacity=".8"/>` : ""}
  ${dimple(left)}${dimple(right)}`;
}

function drawInside(
  shape: string,
  at: (along: number, y: number) => Point,
  { open, cornerUp }: Pick<MouthShape, "open" | "cornerUp">,
): string {
  const teethDown = Math.min(open * 0.72, 0.105);
  const teeth = outline(
    [at(-0.92, -cornerUp * 0.95), at(-0.4, -0.03), at(0, -0.02), at(0.4, -0.03), at(0.92, -cornerUp * 0.95)],
    [
      at(0.92, -cornerUp * 0.95),
      at(0.55, teethDown - cornerUp * 0.3),
      at(0, teethDown + 0.015),
      at(-0.55, teethDown - cornerUp * 0.3),
      at(-0.92, -cornerUp * 0.95),
    ],
  );
  const tongue = at(0, open + 0.03);
  return `<clipPath id="mouth"><path d="${shape}"/></clipPath><path d="${shape}" fill="#4b1a1c"/>
  <g clip-path="url(#mouth)"><ellipse cx="${n(tongue[0])}" cy="${n(tongue[1])}" rx=".17" ry=".07" fill="#b5525a"/><path d="${teeth}" fill="#fbf6ef"/></g>`;
}
