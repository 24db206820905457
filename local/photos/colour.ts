export type Rgb = readonly [red: number, green: number, blue: number];

/** Reads `#rrggbb`, channels 0..255. */
export function rgbOf(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** Writes `#rrggbb`. */
function hexOf([red, green, blue]: Rgb): string {
  const channel = (value: number): string =>
    Math.round(Math.min(255, Math.max(0, value)))
      .toString(16)
      .padStart(2, "0");
  return `#${channel(red)}${channel(green)}${channel(blue)}`;
}

/** `share` of the way from one colour to the other; 0 is `from`. */
export function mix(from: string, to: string, share: number): string {
  const [a, b] = [rgbOf(from), rgbOf(to)];
  return hexOf([a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share]);
}

export const lighten = (colour: string, share: number): string => mix(colour, "#ffffff", share);
export const darken = (colour: string, share: number): string => mix(colour, "#000000", share);

/** Perceived lightness, 0..1. */
export function lightnessOf(hex: string): number {
  const [red, green, blue] = rgbOf(hex);
  return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
}
