/** What a photo and a set of photos must be. Both the browser and the server check by these. */
export const photoRules = {
  minCount: 10,
  maxCount: 20,
  maxBytes: 20 * 1024 * 1024,
  minShortSidePx: 512,
  /** No camera makes more; a decompression bomb does. */
  maxPixels: 120_000_000,
  /** The long side of what is kept. */
  preparedLongSidePx: 1536,
  thumbnailLongSidePx: 512,
} as const;

export const photoTypes = ["image/jpeg", "image/png", "image/webp", "image/heic"] as const;
export type PhotoType = (typeof photoTypes)[number];

/** The sentence for each reason a photo cannot be used. `name` is the file's own name. */
export const photoRefusals = {
  "not-a-photo": "This is not a JPEG, PNG, WebP or HEIC photo. Choose the original from your camera roll.",
  empty: "This file is empty. Choose it again, or another one.",
  "too-big": "This photo is over 20 MB. Choose a smaller export of it.",
  "too-small": "This photo is under 512 pixels on its short side. Choose a larger one.",
  "too-many-pixels": "This picture has more pixels than a camera makes. Choose an ordinary photo.",
  animated: "This is an animation. Choose a still photo.",
  damaged: "This photo is damaged and cannot be read to its end. Choose another copy.",
  duplicate: "This photo is already in the set.",
} as const;
export type PhotoRefusal = keyof typeof photoRefusals;

/** The photo type behind a sniffed media type; undefined for anything else. */
export function photoTypeOf(mediaType: string | undefined): PhotoType | undefined {
  if (mediaType === "image/heif") return "image/heic";
  return photoTypes.find((type) => type === mediaType);
}
