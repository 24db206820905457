import { blurField, sampleField, shrinkChannel } from "../photos/blur-field";
import { rgbOf } from "../photos/colour";
import type { Canvas, Light } from "../photos/shade-layers";

const SHRINK = 4;

/** Lets a scene's light fall on a cut-out person: brighter towards the light, a rim on the other side. Changes the RGBA bytes in place. */
export function relightSubject(
  pixels: Buffer,
  light: Light,
  { widthPx: width, heightPx: height }: Canvas,
): void {
  const alpha = shrinkChannel(pixels, { width, height, channels: 4, offset: 3 }, SHRINK);
  const edge = blurField(alpha, (height * 0.006) / SHRINK);
  const rim = rgbOf(light.rim);
  const reach = 1.6 * Math.max(1, (height * 0.006) / SHRINK);
  const behind = Math.sign(light.side || 1);
  for (let y = 0; y < height; y++) {
    const fall = 1.03 - (y / height) * 0.12;
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * 4;
      if ((pixels[at + 3] ?? 0) === 0) continue;
      const [u, v] = [x / SHRINK - 0.375, y / SHRINK - 0.375];
      const slope = (sampleField(edge, u + 1, v) - sampleField(edge, u - 1, v)) / 2;
      const rimShare = Math.min(1, Math.max(0, slope * behind * reach)) ** 1.5 * light.rimOpacity;
      const factor = fall + light.side * (x / width - 0.5) * 0.24;
      for (let channel = 0; channel < 3; channel++) {
        const lit = Math.min(255, (pixels[at + channel] ?? 0) * factor);
        pixels[at + channel] = lit + (255 - lit) * ((rim[channel] ?? 0) / 255) * rimShare;
      }
    }
  }
}
