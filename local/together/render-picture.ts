import sharp from "sharp";

export interface PictureRequest {
  prompt: string;
  seed: number;
  guidance: number;
  widthPx: number;
  heightPx: number;
  format: "jpeg" | "png";
  /** Photos to draw from, as JPEG bytes; none for a scene drawn from the prompt alone. */
  subjects: readonly Buffer[];
}

/** Draws one picture. The same request gives the same bytes. */
export async function renderPicture(request: PictureRequest): Promise<Buffer> {
  const { widthPx: width, heightPx: height, subjects, seed } = request;
  const subject = subjects[seed % Math.max(1, subjects.length)];
  const base = subject
    ? sharp(subject).resize({ width, height, fit: "cover", position: "top" })
    : sharp({ create: { width, height, channels: 3, background: { r: seed % 256, g: 90, b: 160 } } });
  const hue = [...request.prompt].reduce((sum, letter) => sum + letter.charCodeAt(0), seed) % 60;
  const picture = base.modulate({ hue });
  return request.format === "png" ? picture.png().toBuffer() : picture.jpeg({ quality: 90 }).toBuffer();
}
