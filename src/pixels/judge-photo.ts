import type { FaceBox, PhotoMeasures } from "~/catalog/photo-measures";
import { photoThresholds } from "~/catalog/photo-rules";
import type { PhotoWarning } from "~/catalog/photo-rules";

/** What can be said against a photo by itself, most telling first. Never a reason to refuse it. */
export function judgePhoto(measures: PhotoMeasures): PhotoWarning[] {
  const rules = photoThresholds;
  const { widthPx, heightPx, sharpness, highlights, brightness, burntShare } = measures;
  const short = Math.min(widthPx, heightPx);
  // Screens are drawn: their lines, whites and letters say nothing of a lens.
  if (isScreenshot(measures)) return ["screenshot"];

  const warnings: PhotoWarning[] = [];
  if (measures.seam >= rules.minSeam) warnings.push("collage");
  if (highlights < rules.minHighlights) warnings.push("dark");
  else if (brightness > rules.maxBrightness || burntShare > rules.maxBurntShare) warnings.push("bright");
  // Where light is missing so is detail, whatever the lens did.
  else if (sharpness < rules.minSharpness) warnings.push("blurred");
  if (short < rules.goodShortSidePx) warnings.push("small");
  if (Math.max(widthPx, heightPx) > rules.maxAspect * short) warnings.push("narrow");
  return warnings;
}

/** What can be said against the faces in a photo. Only for people, and only where a browser could look. */
export function judgeFaces(faces: readonly FaceBox[]): PhotoWarning[] {
  const { minFaceShare, faceRim } = photoThresholds;
  const [face, ...others] = faces;
  if (!face) return ["no-face"];
  if (others.length > 0) return ["many-faces"];
  const { left, top, width, height } = face;
  if (Math.min(left, top, 1 - left - width, 1 - top - height) < faceRim) return ["cut-off-face"];
  return width * height < minFaceShare ? ["small-face"] : [];
}

function isScreenshot({ flatShare, hardEdges, seam }: PhotoMeasures): boolean {
  const { screen } = photoThresholds;
  return flatShare >= screen.flatShare && hardEdges >= screen.hardEdges && seam >= screen.seam;
}
