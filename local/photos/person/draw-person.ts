import { darken, mix } from "../colour";
import type { Canvas, Layer } from "../shade-layers";
import { n } from "../svg-path";
import { drawEarrings, drawGlasses } from "./draw-accessories";
import { drawBeard } from "./draw-beard";
import { drawClothes } from "./draw-clothes";
import { drawEyes } from "./draw-eyes";
import { drawHead, drawSkinTones } from "./draw-face";
import { drawHair } from "./draw-hair";
import { drawMouth } from "./draw-mouth";
import { drawNeck } from "./draw-neck";
import { frameHead } from "./head-frame";
import type { Pose } from "./pose";
import type { Traits } from "./traits";

// From the crown's hair to the chin, in head units.
const HEAD_HEIGHT = 2.65;

// Blurs in head units, so that they grow with the head.
const filters = [0.012, 0.04, 0.095]
  .map(
    (blur, index) =>
      `<filter id="soft${String(index)}" x="-30%" y="-30%" width="160%" height="160%"><feGaussianBlur stdDeviation="${String(blur)}"/></filter>`,
  )
  .join("");

/** One person in one pose, as layers from back to front. */
export function drawPerson(traits: Traits, pose: Pose, canvas: Canvas): Layer[] {
  const frame = frameHead(traits, pose);
  const unitPx = (pose.headShare * canvas.heightPx) / HEAD_HEIGHT;
  const [x, y] = [pose.head.x * canvas.widthPx, pose.head.y * canvas.heightPx];
  const hair = drawHair(traits, frame);

  const document = (transform: string, body: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(canvas.widthPx)}" height="${String(canvas.heightPx)}"><defs>${filters}</defs><g transform="${transform}">${body}</g></svg>`;
  const place = `translate(${n(x)} ${n(y)}) scale(${n(unitPx)})`;
  const onHead = `${place} rotate(${n((pose.tilt * 180) / Math.PI)} 0 1.2)`;
  const onBody = `${place} translate(${n(-pose.yaw * 0.22)} ${n(traitsDrop(traits))})`;

  const skinShadow = mix(darken(traits.skin, 0.5), "#8a3d30", 0.35);
  const shadowOf = (colour: string): string => ratio(colour, skinShadow);
  const layer = (transform: string, body: string, rest: Partial<Layer>): Layer => ({
    svg: document(transform, body),
    roundPx: 0,
    relief: 1,
    shadow: "#6f6a7d",
    castPx: 0,
    castOpacity: 0,
    ...rest,
  });

  return [
    layer(onHead, hair.back, { roundPx: unitPx * 0.5, relief: 0.8, shadow: "#7a6f74" }),
    layer(onBody, drawNeck(traits, pose.yaw), {
      roundPx: unitPx * 0.42,
      relief: 0.9,
      shadow: shadowOf(traits.skin),
      castPx: unitPx * 0.2,
      castOpacity: 0.4,
    }),
    layer(onBody, drawClothes(traits, pose), {
      roundPx: unitPx * 0.6,
      relief: 1.05,
      shadow: "#666073",
      castPx: unitPx * 0.1,
      castOpacity: 0.4,
    }),
    layer(onHead, drawHead(traits, frame), {
      roundPx: unitPx * 0.72,
      relief: 1.05,
      shadow: shadowOf(traits.skin),
      castPx: unitPx * 0.42,
      castOpacity: 0.62,
    }),
    layer(
      onHead,
      drawSkinTones(traits, pose, frame) +
        drawBeard(traits, frame) +
        drawMouth(traits, pose, frame) +
        drawEyes(traits, pose, frame),
      {},
    ),
    layer(onHead, drawEarrings(traits, frame) + drawGlasses(traits, frame), {
      castPx: unitPx * 0.06,
      castOpacity: 0.25,
    }),
    layer(onHead, hair.front, {
      roundPx: unitPx * 0.34,
      relief: 1,
      shadow: "#5d5360",
      castPx: unitPx * 0.13,
      castOpacity: 0.5,
    }),
  ].filter(({ svg }) => svg.includes("<path") || svg.includes("<circle"));
}

/** Where the shoulders sit under the chin: a broader neck is a shorter one. */
function traitsDrop({ isBroad }: Traits): number {
  return isBroad ? -0.06 : 0.04;
}

/** What `colour` has to be multiplied with to become `goal`. */
function ratio(colour: string, goal: string): string {
  const [from, to] = [channels(colour), channels(goal)];
  return `#${from
    .map((value, index) =>
      Math.min(255, Math.round(((to[index] ?? 0) / Math.max(1, value)) * 255))
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

function channels(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}
