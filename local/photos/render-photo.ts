import sharp from "sharp";
import type { Exif, Sharp } from "sharp";

import { composePicture } from "./compose-picture";
import { createRandom } from "./random";
import { drawPerson } from "./person/draw-person";
import { poseOf } from "./person/pose";
import { traitsOf } from "./person/traits";
import type { Subject } from "./person/traits";
import { drawPet } from "./pet/draw-pet";
import { drawScene } from "./scenes/draw-scene";
import { shadeLayers } from "./shade-layers";

export interface PhotoRequest {
  subject: Subject;
  /** Who: the same number is the same person (or animal) in every photo. */
  identity: number;
  /** Which photo of them: pose, framing, light, expression, clothes and place follow from it. */
  variation: number;
  /** Size as it is seen, after `orientation` was applied. */
  widthPx: number;
  heightPx: number;
  format?: "jpeg" | "png" | "webp";
  /** EXIF orientation 1..8: the pixels are stored turned, as a phone stores them. */
  orientation?: number;
  /** Whether to write a camera and a date. */
  exif?: boolean;
}

// Drawn at most this high, then enlarged: a lens is no sharper, and time grows with the area.
const MAX_DRAWN_PX = 1100;

/**
 * Renders a photo-like picture of a drawn person or animal, for the demo, tests and screenshots: no real face is
 * involved. The same request gives the same bytes on one machine.
 */
export async function renderPhoto(request: PhotoRequest): Promise<Buffer> {
  const { subject, identity, variation, widthPx, heightPx } = request;
  const scale = Math.min(1, MAX_DRAWN_PX / Math.max(widthPx, heightPx));
  const canvas = { widthPx: Math.round(widthPx * scale), heightPx: Math.round(heightPx * scale) };
  const pose = poseOf(subject, identity, variation);
  const layers =
    subject === "pet"
      ? drawPet(identity, pose, canvas)
      : drawPerson(traitsOf(subject, identity), pose, canvas);

  const seed = `${subject} ${String(identity)} ${String(variation)}`;
  const scene = await drawScene({ place: pose.place, seed, lightSide: pose.lightSide, defocus: 0.8 }, canvas);
  const drawn = await shadeLayers(layers, { side: pose.lightSide, rim: scene.rim, rimOpacity: 0.6 }, canvas);
  const pixels = await composePicture({
    canvas,
    background: scene.pixels,
    subject: drawn,
    key: scene.key,
    keyShare: 0.6,
    wrap: 0.012,
    tone: 1,
    vignette: 0.28,
    grain: 3.2,
    grainSeed: createRandom(seed).whole(1, 2 ** 31),
  });
  const picture = sharp(pixels, { raw: { width: canvas.widthPx, height: canvas.heightPx, channels: 3 } });
  const enlarged =
    scale < 1
      ? sharp(await picture.png({ compressionLevel: 0 }).toBuffer()).resize(widthPx, heightPx, {
          kernel: "lanczos3",
          fit: "fill",
        })
      : picture;
  return encode(enlarged, request);
}

// What undoes each EXIF orientation: the turn and flips that the stored pixels get.
const stored: Record<number, (picture: Sharp) => Sharp> = {
  2: (picture) => picture.flop(),
  3: (picture) => picture.rotate(180),
  4: (picture) => picture.flip(),
  5: (picture) => picture.rotate(270).flop(),
  6: (picture) => picture.rotate(270),
  7: (picture) => picture.rotate(90).flop(),
  8: (picture) => picture.rotate(90),
};

async function encode(
  picture: Sharp,
  { identity, variation, format = "jpeg", orientation = 1, exif = false }: PhotoRequest,
): Promise<Buffer> {
  const turn = stored[orientation];
  // Its own pass: sharp would otherwise turn before it enlarges.
  const turned = turn ? turn(sharp(await picture.png({ compressionLevel: 0 }).toBuffer())) : picture;
  const described = exif ? turned.withExif(exifOf(identity, variation)) : turned;
  const oriented = orientation === 1 ? described : described.withMetadata({ orientation });
  if (format === "png") return oriented.png({ compressionLevel: 6 }).toBuffer();
  if (format === "webp") return oriented.webp({ quality: 88 }).toBuffer();
  return oriented.jpeg({ quality: 90, chromaSubsampling: "4:4:4" }).toBuffer();
}

function exifOf(identity: number, variation: number): Exif {
  const random = createRandom(`exif ${String(identity)} ${String(variation)}`);
  const [make, model] = random.pick([
    ["Likeness", "Phone 12"],
    ["Likeness", "Phone 9 mini"],
    ["Likeness", "Mirrorless Mk II"],
  ] as const);
  const two = (value: number): string => String(value).padStart(2, "0");
  const taken = `2026:${two(random.whole(1, 10))}:${two(random.whole(1, 28))} ${two(random.whole(8, 20))}:${two(random.whole(0, 59))}:${two(random.whole(0, 59))}`;
  return {
    IFD0: { Make: make, Model: model, DateTime: taken, Software: "rendered" },
    IFD2: {
      DateTimeOriginal: taken,
      FNumber: "18/10",
      ExposureTime: `1/${String(random.pick([60, 125, 250, 500]))}`,
      FocalLength: `${String(random.pick([26, 35, 50, 85]))}/1`,
    },
  };
}
