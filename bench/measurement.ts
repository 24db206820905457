import type { Preview } from "./preview-set";

export interface Measurement {
  value: number;
  unit: "ms" | "s" | "KB" | "MB" | "per s" | "pictures" | "of 1";
  /** value / that of `against`, from the same run; null when it is held against nothing. */
  ratio: number | null;
  against: string | null;
}

export type Measurements = Record<string, Measurement>;

/** A benchmark: on a running production build with every vendor played, with the edge in front of it or without, or by itself. */
export type Entry =
  | { name: string; needs: "preview" | "edge"; measure: (preview: Preview) => Promise<Measurements> }
  | { name: string; needs: "nothing"; measure: () => Promise<Measurements> };

/** A number on its own. */
export function alone(value: number, unit: Measurement["unit"]): Measurement {
  return { value: round(value), unit, ratio: null, against: null };
}

/** A number held against another of the same run. */
export function held(
  value: number,
  unit: Measurement["unit"],
  against: { name: string; value: number },
): Measurement {
  return { value: round(value), unit, ratio: round(value / against.value), against: against.name };
}

/** The value below which `share` (0..1) of the samples lie. */
export function percentile(samples: number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
