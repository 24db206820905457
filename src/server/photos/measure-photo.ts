import sharp from "sharp";

import type { PhotoMeasures } from "~/catalog/photo-measures";
import { photoThresholds } from "~/catalog/photo-rules";
import { measurePixels } from "~/pixels/measure-pixels";

/**
 * Measures a decoded photo as the browser does, but believing only the pixels.
 *
 * @param size of the photo as it was uploaded, upright, in pixels
 */
export async function measurePhoto(
  prepared: Buffer,
  size: { widthPx: number; heightPx: number },
): Promise<PhotoMeasures> {
  const side = photoThresholds.measuredLongSidePx;
  const { data, info } = await sharp(prepared)
    .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
    .toColourspace("srgb")
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return measurePixels({ data, width: info.width, height: info.height, channels: 3 }, size);
}
