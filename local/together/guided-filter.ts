import { blurField } from "../photos/blur-field";
import type { Field } from "../photos/blur-field";

/**
 * Smooths `input` while keeping the edges that `guide` has (He, Sun, Tang: Guided Image Filtering, 2010): how a rough
 * mask finds the outline of hair and shoulders. Values 0..1; `tolerance` is the contrast, squared, that counts as an edge.
 */
export function filterGuided(
  input: Field,
  guide: Field,
  { radius, tolerance }: { radius: number; tolerance: number },
): Field {
  const { width, height } = input;
  const combine = (one: Field, other: Field, join: (a: number, b: number) => number): Field => ({
    width,
    height,
    values: one.values.map((value, index) => join(value, other.values[index] ?? 0)),
  });
  const times = (a: number, b: number): number => a * b;
  const minus = (a: number, b: number): number => a - b;
  const mean = (field: Field): Field => blurField(field, radius);

  const meanGuide = mean(guide);
  const meanInput = mean(input);
  const variance = combine(mean(combine(guide, guide, times)), combine(meanGuide, meanGuide, times), minus);
  const covariance = combine(mean(combine(guide, input, times)), combine(meanGuide, meanInput, times), minus);
  const slope = combine(covariance, variance, (a, b) => a / (b + tolerance));
  const offset = combine(meanInput, combine(slope, meanGuide, times), minus);
  return combine(combine(mean(slope), guide, times), mean(offset), (a, b) => Math.min(1, Math.max(0, a + b)));
}
