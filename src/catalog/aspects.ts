export const aspectIds = ["1:1", "4:5", "3:4", "2:3", "16:9", "9:16"] as const;
export type AspectId = (typeof aspectIds)[number];

export interface Aspect {
  name: string;
  widthPx: number;
  heightPx: number;
}

/** About one megapixel each, in multiples of 16 as FLUX.2 wants (Together docs, "FLUX", read 2026-11-22). */
export const aspects = {
  "1:1": { name: "Square", widthPx: 1024, heightPx: 1024 },
  "4:5": { name: "Portrait", widthPx: 896, heightPx: 1120 },
  "3:4": { name: "Classic portrait", widthPx: 864, heightPx: 1152 },
  "2:3": { name: "Tall", widthPx: 832, heightPx: 1248 },
  "16:9": { name: "Wide", widthPx: 1344, heightPx: 768 },
  "9:16": { name: "Phone screen", widthPx: 768, heightPx: 1344 },
} as const satisfies Record<AspectId, Aspect>;
