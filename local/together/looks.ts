import type { Look } from "./read-prompt";

/** How one look grades a picture. Colours as multipliers around 1. */
export interface Grade {
  saturation: number;
  /** Steepness of the tone curve; 1 leaves it. */
  contrast: number;
  /** What the darkest and the brightest tones become, 0..255 per channel. */
  black: readonly [number, number, number];
  white: readonly [number, number, number];
  /** Tint of shadows and of lights. */
  shadows: readonly [number, number, number];
  lights: readonly [number, number, number];
  /** Glow around bright parts, 0..1. */
  bloom: number;
  grain: number;
  vignette: number;
  /** How far out of focus the scene is behind a person. */
  defocus: number;
  /** Tones per channel when posterised, or none. */
  levels: number | undefined;
  /** Ink lines along edges, 0..1. */
  ink: number;
  /** Whether brush strokes replace fine detail. */
  isPainted: boolean;
}

const natural: Grade = {
  saturation: 1.04,
  contrast: 1.06,
  black: [4, 4, 6],
  white: [254, 253, 250],
  shadows: [0.99, 1, 1.02],
  lights: [1.01, 1, 0.985],
  bloom: 0.12,
  grain: 3,
  vignette: 0.24,
  defocus: 0.72,
  levels: undefined,
  ink: 0,
  isPainted: false,
};

/** The grade of every look. */
export const looks: Record<Look, Grade> = {
  natural,
  studio: { ...natural, contrast: 1.12, bloom: 0.06, vignette: 0.42, defocus: 0.95, grain: 2 },
  cinematic: {
    ...natural,
    saturation: 0.94,
    contrast: 1.2,
    black: [6, 14, 20],
    white: [255, 247, 232],
    shadows: [0.86, 1, 1.14],
    lights: [1.09, 1, 0.88],
    bloom: 0.24,
    vignette: 0.6,
    grain: 5,
    defocus: 0.85,
  },
  monochrome: {
    ...natural,
    saturation: 0,
    contrast: 1.3,
    black: [8, 8, 9],
    white: [252, 250, 247],
    shadows: [1, 1, 1],
    lights: [1, 1, 1],
    bloom: 0.1,
    vignette: 0.5,
    grain: 8,
  },
  vintage: {
    ...natural,
    saturation: 0.78,
    contrast: 0.92,
    black: [38, 30, 28],
    white: [252, 240, 214],
    shadows: [1.02, 0.97, 0.98],
    lights: [1.07, 1.0, 0.84],
    bloom: 0.2,
    vignette: 0.48,
    grain: 11,
  },
  fantasy: {
    ...natural,
    saturation: 1.02,
    contrast: 1.08,
    black: [18, 8, 34],
    white: [255, 246, 255],
    shadows: [0.93, 0.92, 1.2],
    lights: [1.05, 1, 1.05],
    bloom: 0.5,
    vignette: 0.45,
    grain: 2,
    defocus: 0.55,
  },
  anime: {
    ...natural,
    saturation: 1.28,
    contrast: 1.14,
    black: [22, 16, 40],
    white: [255, 254, 250],
    shadows: [0.95, 0.93, 1.14],
    lights: [1.03, 1.01, 0.98],
    bloom: 0.3,
    vignette: 0.08,
    grain: 0,
    defocus: 0.16,
    levels: 7,
    ink: 0.75,
  },
  painted: {
    ...natural,
    saturation: 1.2,
    contrast: 1.1,
    black: [20, 16, 18],
    white: [253, 247, 234],
    bloom: 0.1,
    vignette: 0.3,
    grain: 0,
    defocus: 0.4,
    isPainted: true,
  },
};
