import type { Pose } from "../person/pose";
import type { Canvas, Layer } from "../shade-layers";
import { blob, mirrored, n, points, stroke } from "../svg-path";
import type { Point } from "../svg-path";
import { coatOf } from "./coat";
import type { Coat } from "./coat";
import { furry } from "./draw-fur";
import { drawEars, drawFeatures, drawHead, drawMuzzle } from "./draw-pet-face";

const filters = [0.012, 0.04, 0.1]
  .map(
    (blur, index) =>
      `<filter id="soft${String(index)}" x="-30%" y="-30%" width="160%" height="160%"><feGaussianBlur stdDeviation="${String(blur)}"/></filter>`,
  )
  .join("");

/** A cat (even numbers) or a dog (odd), in one pose, as layers from back to front. */
export function drawPet(identity: number, pose: Pose, canvas: Canvas): Layer[] {
  const coat = coatOf(identity);
  const unitPx = (pose.headShare * canvas.heightPx) / 2.5;
  const [x, y] = [pose.head.x * canvas.widthPx, (pose.head.y + 0.05) * canvas.heightPx];
  const place = `translate(${n(x)} ${n(y)}) scale(${n(unitPx)})`;
  const onHead = `${place} rotate(${n((pose.tilt * 260) / Math.PI)} 0 1)`;
  const document = (transform: string, body: string): string =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(canvas.widthPx)}" height="${String(canvas.heightPx)}"><defs>${filters}</defs><g transform="${transform}">${body}</g></svg>`;
  const layer = (transform: string, body: string, rest: Partial<Layer>): Layer => ({
    svg: document(transform, body),
    roundPx: 0,
    relief: 1,
    shadow: "#6b6068",
    castPx: 0,
    castOpacity: 0,
    ...rest,
  });
  const turn = pose.yaw * 0.5;

  return [
    layer(place, drawBody(coat), { roundPx: unitPx * 0.7, shadow: "#665c66" }),
    layer(onHead, drawEars(coat, turn), { roundPx: unitPx * 0.25, castPx: unitPx * 0.1, castOpacity: 0.3 }),
    layer(onHead, drawHead(coat), {
      roundPx: unitPx * 0.75,
      relief: 1.05,
      castPx: unitPx * 0.4,
      castOpacity: 0.55,
    }),
    layer(onHead, coat.kind === "dog" ? drawEars(coat, turn, true) : "", {
      roundPx: unitPx * 0.25,
      castPx: unitPx * 0.12,
      castOpacity: 0.4,
    }),
    layer(onHead, drawMuzzle(coat, turn), {
      roundPx: unitPx * 0.3,
      relief: 0.8,
      castPx: unitPx * 0.08,
      castOpacity: 0.16,
    }),
    layer(onHead, drawFeatures(coat, turn, pose), {}),
  ].filter(({ svg }) => svg.includes("<path"));
}

function drawBody(coat: Coat): string {
  const body: Point[] = mirrored(points("0 .6, .7 .85, 1.15 1.5, 1.45 2.6, 1.6 4.5, 1.6 7, 0 7"));
  const chest: Point[] = mirrored(points("0 .9, .46 1.2, .6 2, .42 3.2, 0 3.6"));
  const collar: Point[] = points("-.92 1.02, -.5 1.3, 0 1.4, .5 1.3, .92 1.02");
  const wide = coat.kind === "dog" ? 1.12 : 1;
  return `<g transform="scale(${n(wide)} 1)"><path d="${blob(body)}" fill="${coat.fur}"/><path d="${blob(chest)}" fill="${coat.chest}" filter="url(#soft2)"/>
  <g transform="translate(0 1.8)">${furry(
    body.map(([x, y]): Point => [x, y - 1.8]),
    coat.fur,
    ["body", 260],
  )}</g>
  <path d="${stroke(collar, 0.2)}" fill="${coat.collar}"/><circle cx="0" cy="1.5" r=".13" fill="#e3bb5c"/><circle cx="-.03" cy="1.46" r=".04" fill="#fff3cf"/></g>`;
}
