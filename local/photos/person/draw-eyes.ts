import { darken, lighten, mix } from "../colour";
import { curve, n, outline, stroke } from "../svg-path";
import type { Point } from "../svg-path";
import type { HeadFrame } from "./head-frame";
import type { Expression, Pose } from "./pose";
import type { Traits } from "./traits";

interface EyeShape {
  /** How far the upper lid is up and the lower lid down, in head units. */
  upper: number;
  lower: number;
  browLift: number;
}

const shapes: Record<Expression, EyeShape> = {
  calm: { upper: 0.135, lower: 0.075, browLift: 0 },
  smile: { upper: 0.128, lower: 0.058, browLift: 0.015 },
  grin: { upper: 0.115, lower: 0.04, browLift: 0.03 },
  laugh: { upper: 0, lower: 0, browLift: 0.045 },
};

/** Eyes and brows. A laugh closes the eyes into two arcs. */
export function drawEyes(traits: Traits, pose: Pose, frame: HeadFrame): string {
  const shape = shapes[pose.expression];
  const eye = pose.expression === "laugh" ? drawClosedEye : drawOpenEye;
  return ([-1, 1] as const)
    .map((side) => {
      const setting = { shape, frame, side };
      return eye(traits, setting) + drawBrow(traits, setting);
    })
    .join("");
}

/** One eye: how far it is open, on which head, on which side of it. */
interface Setting {
  shape: EyeShape;
  frame: HeadFrame;
  side: 1 | -1;
}

function drawOpenEye(traits: Traits, { shape, frame, side }: Setting): string {
  const size = traits.eyeSize;
  // Along the eye from the inner corner (-1) to the outer (1).
  const at = (along: number, up: number): Point =>
    frame.onFace(side * (0.4 + along * 0.195 * size), -up * size);
  const upper: Point[] = [
    at(-1, -0.03),
    at(-0.62, shape.upper * 0.62),
    at(-0.05, shape.upper),
    at(0.6, shape.upper * 0.74),
    at(1, 0.015),
  ];
  const lower: Point[] = [
    at(1, 0.015),
    at(0.5, -shape.lower * 0.9),
    at(-0.1, -shape.lower * 1.05),
    at(-0.6, -shape.lower * 0.8),
    at(-1, -0.03),
  ];
  const id = side === 1 ? "eyeR" : "eyeL";
  const [x, y] = at(side * frame.yaw * 0.25, 0.022);
  const radius = 0.112 * size;
  const squash = Math.max(0.75, Math.cos(frame.yaw) * (side * frame.yaw > 0 ? 0.92 : 1));
  const white = mix("#f7f1ea", traits.skin, 0.14);
  const lash = mix("#1c1210", traits.hair, 0.15);
  const lift = (points: Point[], by: number): Point[] =>
    points.map(([px, py], index) => [px, py - by * Math.sin((Math.PI * index) / 4 + 0.25)]);

  return `<clipPath id="${id}"><path d="${outline(upper, lower)}"/></clipPath>
  <path d="${outline(upper, lower)}" fill="${white}"/>
  <g clip-path="url(#${id})">
    <g transform="translate(${n(x)} ${n(y)}) scale(${n(squash)} 1)">
      <circle r="${n(radius)}" fill="${darken(traits.eyes, 0.45)}"/>
      <circle r="${n(radius * 0.86)}" fill="${traits.eyes}"/>
      <ellipse cy="${n(radius * 0.34)}" rx="${n(radius * 0.62)}" ry="${n(radius * 0.42)}" fill="${lighten(traits.eyes, 0.35)}" opacity=".55"/>
      <circle r="${n(radius * 0.46)}" fill="#120b0a"/>
    </g>
    <path d="${stroke(upper, 0.14)}" fill="#3a1f1a" opacity=".32" filter="url(#soft0)"/>
  </g>
  <circle cx="${n(x - 0.035)}" cy="${n(y - 0.042)}" r="${n(0.024 * size)}" fill="#fff" opacity=".95"/>
  <circle cx="${n(x + 0.035)}" cy="${n(y + 0.035)}" r="${n(0.011 * size)}" fill="#fff" opacity=".5"/>
  <path d="${outline(upper, [...lift(upper, traits.isMadeUp ? 0.042 : 0.028)].reverse())}" fill="${lash}"/>
  ${traits.isMadeUp ? `<path d="${stroke([at(0.55, shape.upper * 0.78), at(1, 0.035), at(1.2, 0.085)], 0.03)}" fill="${lash}"/>` : ""}
  <path d="${curve(lift(upper, 0.09).slice(0, 5))}" fill="none" stroke="${darken(mix(traits.skin, "#8a3b2c", 0.3), 0.3)}" stroke-width=".014" stroke-linecap="round" opacity=".55"/>
  <path d="${curve(lower)}" fill="none" stroke="${darken(mix(traits.skin, "#8a3b2c", 0.3), 0.35)}" stroke-width=".012" opacity=".45"/>`;
}

function drawClosedEye(traits: Traits, { frame, side }: Setting): string {
  const size = traits.eyeSize;
  const at = (along: number, up: number): Point =>
    frame.onFace(side * (0.4 + along * 0.195 * size), -up * size);
  const arc: Point[] = [at(-1, -0.035), at(-0.5, 0.045), at(0.05, 0.07), at(0.6, 0.04), at(1.02, -0.05)];
  const lash = mix("#1c1210", traits.hair, 0.15);
  const wing = traits.isMadeUp
    ? `<path d="${stroke([at(0.7, 0.03), at(1.05, -0.045), at(1.24, -0.05)], 0.028)}" fill="${lash}"/>`
    : "";
  return `<path d="${stroke(arc, 0.05)}" fill="${lash}"/>${wing}
  <path d="${stroke([at(-0.7, -0.11), at(0.1, -0.13), at(0.8, -0.12)], 0.018)}" fill="${darken(traits.skin, 0.4)}" opacity=".4"/>`;
}

function drawBrow(traits: Traits, { shape, frame, side }: Setting): string {
  const lift = shape.browLift;
  const arch = traits.isMadeUp ? 0.028 : 0.01;
  const weight = 0.05 * traits.browWeight;
  const at = (x: number, y: number): Point => frame.onFace(side * x, y - lift);
  const upper: Point[] = [
    at(0.17, -0.335 - weight * 0.42),
    at(0.43, -0.37 - arch - weight * 0.5),
    at(0.69, -0.28 - arch * 0.5),
  ];
  const lower: Point[] = [
    at(0.69, -0.28 - arch * 0.5),
    at(0.43, -0.355 - arch + weight * 0.5),
    at(0.17, -0.325 + weight * 0.55),
  ];
  const colour = mix(traits.hair, "#2a1a12", 0.35);
  return `<path d="${outline(upper, lower)}" fill="${colour}" opacity=".86" stroke="${colour}" stroke-width=".012" stroke-linejoin="round"/>`;
}
