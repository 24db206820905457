import sharp from "sharp";

import { composePicture } from "../photos/compose-picture";
import { createRandom } from "../photos/random";
import { drawScene } from "../photos/scenes/draw-scene";
import type { Canvas } from "../photos/shade-layers";
import { gradePicture } from "./grade-picture";
import { looks } from "./looks";
import { placeSubject } from "./place-subject";
import { readPrompt } from "./read-prompt";
import { rememberCutOut } from "./remember-cut-out";
import { markFor } from "./stamp-mark";

export interface PictureRequest {
  prompt: string;
  seed: number;
  widthPx: number;
  heightPx: number;
  format: "jpeg" | "png";
  /** Photos to draw from, upright; none for a scene drawn from the prompt alone. */
  subjects: readonly Buffer[];
}

// A scene without a person is seen sharp, but for a breath of depth.
const SCENE_DEFOCUS = 0.1;
// Drawn at most this high, then enlarged: time grows with the area.
const MAX_DRAWN_PX = 1024;

/**
 * Draws one picture: the person of one of the photos, cut out and lit anew, in a scene that the prompt's words choose,
 * graded by its style words. The same request gives the same bytes; another prompt, seed or shape another picture.
 */
export async function renderPicture(request: PictureRequest): Promise<Buffer> {
  const { prompt, seed, widthPx, heightPx, subjects } = request;
  const scale = Math.min(1, MAX_DRAWN_PX / Math.max(widthPx, heightPx));
  const canvas = { widthPx: Math.round(widthPx * scale), heightPx: Math.round(heightPx * scale) };
  const identity = `${prompt} ${String(seed)} ${String(widthPx)}x${String(heightPx)}`;
  const random = createRandom(identity);
  const { place, look } = readPrompt(prompt);
  const grade = looks[look];

  const photo = subjects[random.whole(0, Math.max(0, subjects.length - 1))];
  const cutOut = photo && (await rememberCutOut(photo, Math.round(canvas.heightPx * 1.1)));
  const lightSide = (random.chance(0.5) ? 1 : -1) * random.between(0.5, 1);
  const side =
    cutOut && Math.abs(cutOut.lightSide) > 0.15
      ? Math.sign(cutOut.lightSide) * Math.abs(lightSide)
      : lightSide;
  const defocus = cutOut ? grade.defocus : Math.min(SCENE_DEFOCUS, grade.defocus);
  const scene = await drawScene({ place, seed: identity, lightSide: side, defocus }, canvas);

  const subject = cutOut && (await placeSubject(cutOut, canvas, random));
  const composed = await composePicture({
    canvas,
    background: scene.pixels,
    ...(subject ? { subject, relight: { side, rim: scene.rim, rimOpacity: 0.5 } } : {}),
    key: scene.key,
    keyShare: 0.4,
    wrap: 0.009,
    tone: 0,
    vignette: grade.vignette,
    grain: grade.grain,
    grainSeed: random.whole(1, 2 ** 31),
  });
  const pixels = await gradePicture(composed, grade, canvas);
  return encode(pixels, canvas, request);
}

async function encode(
  pixels: Buffer,
  canvas: Canvas,
  { widthPx, heightPx, format }: PictureRequest,
): Promise<Buffer> {
  const raw = { width: canvas.widthPx, height: canvas.heightPx, channels: 3 } as const;
  const picture = sharp(pixels, { raw })
    .resize({ width: widthPx, height: heightPx, fit: "fill", kernel: "cubic" })
    .composite([await markFor({ widthPx, heightPx })]);
  return format === "png"
    ? picture.png({ compressionLevel: 6 }).toBuffer()
    : picture.jpeg({ quality: 90 }).toBuffer();
}
