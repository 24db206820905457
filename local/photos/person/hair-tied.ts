import { darken, lighten } from "../colour";
import { n, stroke } from "../svg-path";
import type { Point } from "../svg-path";
import { drawSheet } from "./hair-sheet";
import { flatten, solids } from "./head-frame";
import type { HeadFrame } from "./head-frame";
import type { Traits } from "./traits";

/** Hair combed back from the hairline to the crown. */
export function drawPulledBack(traits: Traits, frame: HeadFrame): string {
  const roots = solids(
    "-.95 .16 0, -.9 -.3 .34, -.66 -.74 .68, 0 -.94 .86, .66 -.74 .68, .9 -.3 .34, .95 .16 0",
  );
  const guides = roots.map(([x, y, depth]) =>
    flatten(frame, [
      [x, y, depth],
      [x * 1.04, y * 0.75 - 0.33, depth * 0.75],
      [x * 0.8, -1.05 - (1 - Math.abs(x)) * 0.18, depth * 0.4],
      [x * 0.4, -1.32, 0.05],
      [x * 0.16, -1.4, -0.15],
    ]),
  );
  const wisp = (side: 1 | -1): string =>
    `<path d="${stroke(
      flatten(frame, solids(".88 -.3 .4, .97 .1 .3, .92 .45 .3, .96 .7 .25", side)),
      0.04,
    )}" fill="${traits.hair}" opacity=".9"/>`;
  return drawSheet({ guides, strands: 110, contrast: 0.46 }, traits.hair, "pulled") + wisp(-1) + wisp(1);
}

/** A bun on the crown. */
export function drawBun(traits: Traits, frame: HeadFrame): string {
  const [cx, cy] = frame.at(0, -1.62, -0.35);
  const turns = Array.from({ length: 11 }, (_, index) => {
    const radius = 0.08 + index * 0.031;
    const start = index * 1.3;
    const arc = [0, 0.6, 1.2, 1.8, 2.4].map((step): Point => [
      cx + Math.cos(start + step) * radius * 1.12,
      cy + Math.sin(start + step) * radius,
    ]);
    const tone = index % 2 ? lighten(traits.hair, 0.22) : darken(traits.hair, 0.45);
    return `<path d="${stroke(arc, 0.05)}" fill="${tone}" opacity=".55"/>`;
  });
  return `<ellipse cx="${n(cx)}" cy="${n(cy)}" rx=".45" ry=".39" fill="${traits.hair}"/>${turns.join("")}`;
}

/** A ponytail over one shoulder, the one that is nearer. */
export function drawPonytail(traits: Traits, frame: HeadFrame): string {
  const side = frame.yaw > 0 ? -1 : 1;
  const guides = [0, 0.5, 1].map((out) =>
    flatten(frame, [
      [side * (0.1 + out * 0.2), -1.2 - out * 0.14, -0.3],
      [side * (0.55 + out * 0.5), -1.0 - out * 0.26, -0.45],
      [side * (0.86 + out * 0.52), -0.3 - out * 0.3, -0.5],
      [side * (0.9 + out * 0.56), 0.5, -0.45],
      [side * (0.92 + out * 0.44), 1.4, -0.35],
      [side * (1.02 + out * 0.14), 2.25, -0.3],
    ]),
  );
  return drawSheet({ guides, wave: 0.03, strands: 46 }, darken(traits.hair, 0.08), "tail");
}
