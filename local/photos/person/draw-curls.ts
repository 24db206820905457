import { darken, lighten } from "../colour";
import { createRandom } from "../random";
import type { Random } from "../random";
import { blob, mirrored, n, points, stroke } from "../svg-path";
import type { Point } from "../svg-path";
import type { Hair } from "./hair";
import type { HeadFrame } from "./head-frame";
import type { Traits } from "./traits";

type Volume = "afro" | "long" | "top";

/** Curly hair: heaps of small locks, around the head, down to the shoulders, or on top only. */
export function drawCurls(traits: Traits, frame: HeadFrame, volume: Volume): Hair {
  const random = createRandom(`curls ${traits.hair} ${volume}`);
  const colour = traits.hair;
  const spots = placesOf(volume, frame, random);
  const back =
    volume === "top"
      ? []
      : spots.back.map((at) => lock(at, [volume === "afro" ? 0.24 : 0.2, darken(colour, 0.25)], random));
  const front = spots.front.map((at) => lock(at, [volume === "top" ? 0.15 : 0.155, colour], random));
  return { back: fillBehind(frame, volume, darken(colour, 0.4)) + back.join(""), front: front.join("") };
}

/** What is seen between the locks behind the neck. */
function fillBehind(frame: HeadFrame, volume: Volume, colour: string): string {
  if (volume === "top") return "";
  const [cx] = frame.at(0, 0, -0.1);
  const low = volume === "long" ? 1.9 : 0.7;
  const half =
    volume === "long"
      ? "0 -1.3, .8 -1.1, 1.05 -.4, 1.05 .6, .95 1.7"
      : "0 -1.5, .9 -1.2, 1.25 -.4, 1.05 .4, .6 .7";
  const shape = blob(mirrored([...points(half), [0, low]]));
  return `<path d="${shape}" fill="${colour}" transform="translate(${n(cx)} 0)"/>`;
}

function placesOf(volume: Volume, frame: HeadFrame, random: Random): { back: Point[]; front: Point[] } {
  const jitter = (): number => random.between(-0.06, 0.06);
  const [cx] = frame.at(0, 0, -0.1);
  if (volume === "top") {
    const front: Point[] = [];
    for (let row = 3; row >= 0; row--) {
      for (let step = -5; step <= 5; step++) {
        const x = (step / 5) * (0.88 - row * 0.09);
        const y = -0.82 - row * 0.17 - (1 - (step / 5) ** 2) * 0.16;
        const [px, py] = frame.at(x, y, 0.72 - row * 0.22);
        front.push([px + jitter(), py + jitter()]);
      }
    }
    return { back: [], front };
  }
  const back: Point[] = [];
  const reach = volume === "afro" ? 1.36 : 1.18;
  for (let ring = 0; ring < 3; ring++) {
    for (let step = 0; step < 26; step++) {
      const angle = (step / 26) * Math.PI * 2;
      const radius = reach - ring * 0.3;
      back.push([
        cx + Math.cos(angle) * radius + jitter(),
        -0.32 + Math.sin(angle) * radius * (volume === "afro" ? 0.98 : 0.86) + jitter(),
      ]);
    }
  }
  if (volume === "long") {
    for (let y = 0.2; y < 2.1; y += 0.2) {
      for (const side of [-1, 1]) {
        for (let column = 0; column < 3; column++)
          back.push([cx + side * (0.74 + column * 0.24 + Math.min(0.16, y * 0.08)) + jitter(), y + jitter()]);
      }
    }
  }
  const front: Point[] = [];
  const rows = volume === "afro" ? 3 : 2;
  for (let row = rows; row >= 0; row--) {
    for (let step = 0; step <= 16; step++) {
      const angle = Math.PI * (1.02 + (step / 16) * 0.96);
      const [px, py] = frame.at(
        Math.cos(angle) * (0.96 + row * 0.12),
        -0.12 + Math.sin(angle) * (0.84 + row * 0.17),
        0.6 - row * 0.2,
      );
      front.push([px + jitter(), py + jitter()]);
    }
  }
  if (volume === "long") {
    for (let y = 0; y < 1.7; y += 0.17) {
      for (const side of [-1, 1]) {
        const [px, py] = frame.at(side * (1.02 + y * 0.05), y, 0.12);
        front.push([px + jitter(), py + jitter()]);
      }
    }
  }
  return { back, front };
}

/** One lock: a ragged tuft with bent strands, its light at the top. */
function lock(
  [x, y]: Point,
  [size, colour]: readonly [size: number, colour: string],
  random: Random,
): string {
  const radius = size * random.between(0.75, 1.2);
  const tone = random.chance(0.6)
    ? darken(colour, random.between(0, 0.22))
    : lighten(colour, random.between(0, 0.08));
  const turn = random.between(0, Math.PI * 2);
  const rim = Array.from({ length: 7 }, (_, index): Point => {
    const angle = turn + (index / 7) * Math.PI * 2;
    const reach = radius * random.between(0.78, 1.16);
    return [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach];
  });
  let strands = "";
  for (let index = 0; index < 6; index++) {
    const angle = random.between(0, Math.PI * 2);
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
    const off = radius * random.between(-0.6, 0.6);
    const bend = radius * random.between(0.25, 0.5) * (index % 2 ? 1 : -1);
    // An S across the tuft: what a curl shows from outside.
    const line = [-1, -0.45, 0.1, 0.6, 1.1].map((along, step): Point => {
      const aside = off + bend * Math.sin(step * 1.7);
      return [x + cos * along * radius - sin * aside, y + sin * along * radius + cos * aside];
    });
    const isLight = off * cos - sin * 0.3 < 0;
    strands += `<path d="${stroke(line, radius * random.between(0.16, 0.3))}" fill="${isLight ? lighten(colour, 0.26) : darken(colour, 0.5)}" opacity="${n(random.between(0.25, 0.5))}"/>`;
  }
  return `<path d="${blob(rim)}" fill="${tone}"/>${strands}`;
}
