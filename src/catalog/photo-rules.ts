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
  unchecked: "This photo could not be checked. Remove it and choose it again.",
} as const;
export type PhotoRefusal = keyof typeof photoRefusals;

/** The photo type behind a sniffed media type; undefined for anything else. */
export function photoTypeOf(mediaType: string | undefined): PhotoType | undefined {
  if (mediaType === "image/heif") return "image/heic";
  return photoTypes.find((type) => type === mediaType);
}

/** From where on a photo is worth a warning. Chosen on one half of the labelled set of `npm run bench -- --only coach`. */
export const photoThresholds = {
  /** The long side that photos are measured at. */
  measuredLongSidePx: 1024,
  /** A face needs about this much to be learned well at the trainer's 1024 px. */
  goodShortSidePx: 768,
  minSharpness: 0.045,
  /** A photo is dark when even its light parts are. */
  minHighlights: 90,
  maxBrightness: 195,
  maxBurntShare: 0.32,
  /** Long side to short side. */
  maxAspect: 2.1,
  /** A screen has all three: surfaces, letters on them, and a line from side to side. */
  screen: { flatShare: 0.2, hardEdges: 1, seam: 0.9 },
  minSeam: 0.7,
  /** Of 64 bits. */
  alikeBits: 8,
  /** Of the photo's area. */
  minFaceShare: 0.015,
  /** Of its sides: nearer to the rim a face is taken to be cut off. */
  faceRim: 0.005,
} as const;

/** What a photo may be warned about: never a reason to refuse it. `what` says what is seen, `fix` what to do. */
export const photoWarnings = {
  blurred: {
    name: "Blurred",
    what: "This photo is blurred.",
    fix: "Choose one that is sharp on the face, or tap the face before you take it.",
  },
  dark: {
    name: "Dark",
    what: "This photo is very dark.",
    fix: "Choose one taken by a window or outdoors.",
  },
  bright: {
    name: "Too bright",
    what: "This photo is so bright that parts of it are lost.",
    fix: "Choose one without the sun or a flash on the face.",
  },
  small: {
    name: "Small",
    what: "This photo has few pixels.",
    fix: "Choose the original: chats and screenshots make photos smaller.",
  },
  narrow: {
    name: "Narrow",
    what: "This photo is a long strip.",
    fix: "Crop it to an ordinary shape around the head and shoulders.",
  },
  screenshot: {
    name: "Screenshot",
    what: "This looks like a screenshot.",
    fix: "Choose the photo itself: what is drawn around it would be learned too.",
  },
  collage: {
    name: "Collage",
    what: "This looks like several pictures in one.",
    fix: "Add them one by one, uncut.",
  },
  alike: {
    name: "Alike",
    what: "This photo is almost the same as another.",
    fix: "Keep the better one and add a different moment.",
  },
  "no-face": {
    name: "No face",
    what: "No face was found in this photo.",
    fix: "Choose one that shows the face, unless it is meant to show the whole figure.",
  },
  "many-faces": {
    name: "Several faces",
    what: "There is more than one face in this photo.",
    fix: "Choose one with nobody else in it, or crop the others away.",
  },
  "small-face": {
    name: "Far away",
    what: "The face is small in this photo.",
    fix: "Choose one that shows mostly head and shoulders, or crop it.",
  },
  "cut-off-face": {
    name: "Cut off",
    what: "The face is cut off at the rim.",
    fix: "Choose one that shows the whole head.",
  },
} as const;
export type PhotoWarning = keyof typeof photoWarnings;
