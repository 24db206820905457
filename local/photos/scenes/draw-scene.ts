import sharp from "sharp";

import { createRandom } from "../random";
import type { Canvas } from "../shade-layers";
import { n } from "../svg-path";
import type { Painter } from "./canvas";
import { studioPainters } from "./paint-studio";
import { townPainters } from "./paint-town";
import { wildPainters } from "./paint-wilds";
import { woodPainters } from "./paint-woods";
import type { Place } from "./places";

const painters: Record<Place, Painter> = {
  ...woodPainters,
  ...wildPainters,
  ...townPainters,
  ...studioPainters,
};

export interface SceneRequest {
  place: Place;
  seed: string;
  lightSide: number;
  /** How far out of focus it is: 0 sharp .. 1 as behind a portrait. */
  defocus: number;
}

/** A painted background and the light in it. */
export interface DrawnScene {
  /** RGB bytes of the canvas's size. */
  pixels: Buffer;
  key: string;
  rim: string;
}

// Units of a scene's height; its width follows from the canvas's shape.
const HEIGHT = 1000;

/** Paints a place as a camera would see it behind someone. The same request gives the same bytes. */
export async function drawScene(
  { place, seed, lightSide, defocus }: SceneRequest,
  { widthPx, heightPx }: Canvas,
): Promise<DrawnScene> {
  const width = (widthPx / heightPx) * HEIGHT;
  const scene = painters[place]({
    width,
    height: HEIGHT,
    random: createRandom(`${place} ${seed}`),
    lightSide,
  });

  // What is out of focus needs few pixels: blurred small and enlarged it costs a tenth.
  const shrink = defocus > 0.5 ? 4 : defocus > 0.15 ? 2 : 1;
  const small = { width: Math.ceil(widthPx / shrink), height: Math.ceil(heightPx / shrink) };
  const svg = (body: string, size: { width: number; height: number }): Buffer =>
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${String(size.width)}" height="${String(size.height)}" viewBox="0 0 ${n(width)} ${String(HEIGHT)}" preserveAspectRatio="none">${body}</svg>`,
    );

  const blur = (defocus * heightPx * 0.02) / shrink;
  const far = sharp(svg(scene.far, small)).flatten();
  const blurred = await (blur > 0.3 ? far.blur(blur) : far).png({ compressionLevel: 0 }).toBuffer();
  // Lights out of focus keep a fine edge, but half the size is fine enough for it.
  const middle = {
    width: Math.ceil(widthPx / Math.min(2, shrink)),
    height: Math.ceil(heightPx / Math.min(2, shrink)),
  };
  const lights = scene.glow === "" ? [] : [{ input: svg(scene.glow, middle), blend: "screen" as const }];
  const both = await sharp(blurred)
    .resize({ ...middle, fit: "fill", kernel: "cubic" })
    .composite(lights)
    .removeAlpha()
    .png({ compressionLevel: 0 })
    .toBuffer();
  const enlarged = await sharp(both)
    .resize(widthPx, heightPx, { kernel: "cubic", fit: "fill" })
    .raw()
    .toBuffer();
  return { pixels: enlarged, key: scene.key, rim: scene.rim };
}
