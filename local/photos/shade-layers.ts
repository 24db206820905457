import sharp from "sharp";

import { blurField, enlargeField, shrinkChannel } from "./blur-field";
import type { Enlarged, Field } from "./blur-field";
import { rgbOf } from "./colour";

/** A flat drawing that is to look round. */
export interface Layer {
  /** A whole SVG document of the canvas's size. */
  svg: string;
  /** How far from its edge the shape bends away, in pixels; 0 leaves it as drawn. */
  roundPx: number;
  /** How strongly it bends: about 1. */
  relief: number;
  /** What its shaded side is multiplied with. */
  shadow: string;
  /** How far it throws a shadow on the layers below, in pixels; 0 for none. */
  castPx: number;
  castOpacity: number;
}

export interface Light {
  /** -1 from the left .. 1 from the right. */
  side: number;
  /** Colour of the light that comes from behind, on the other side. */
  rim: string;
  rimOpacity: number;
}

export interface Canvas {
  widthPx: number;
  heightPx: number;
}

// Light and shadow are smooth, so a quarter of the size is enough to work them out.
const SHRINK = 4;
// How wide the light from behind runs along an edge, in shrunken pixels.
const RIM_CELLS = 1.5;

/**
 * Draws layers over one another, back to front, each rounded by one light and throwing its shadow on those below.
 *
 * @returns RGBA bytes of the canvas's size, transparent where no layer is.
 */
export async function shadeLayers(layers: readonly Layer[], light: Light, canvas: Canvas): Promise<Buffer> {
  const drawn = await Promise.all(
    layers.map(async (layer) => {
      const pixels = await sharp(Buffer.from(layer.svg)).ensureAlpha().raw().toBuffer();
      const alpha = shrinkChannel(
        pixels,
        { width: canvas.widthPx, height: canvas.heightPx, channels: 4, offset: 3 },
        SHRINK,
      );
      const shading = layer.roundPx > 0 ? await shade(alpha, layer, light) : undefined;
      const shadow =
        layer.castPx > 0
          ? await enlargeField(blurField(alpha, (layer.castPx / SHRINK) * 0.55), SHRINK)
          : undefined;
      return { layer, pixels, shading, shadow };
    }),
  );
  const result = Buffer.alloc(canvas.widthPx * canvas.heightPx * 4);
  for (const layer of drawn) {
    if (layer.shadow) castShadow(result, layer.shadow, { layer: layer.layer, light, canvas });
    addLayer(result, layer, { light, canvas });
  }
  return result;
}

interface DrawnLayer {
  layer: Layer;
  pixels: Buffer;
  shading: { lit: Enlarged; rim: Enlarged } | undefined;
}

// A lit value of 1, neither brightened nor shaded, as a byte.
const LIT_ONE = 150;

function addLayer(
  result: Buffer,
  { layer, pixels, shading }: DrawnLayer,
  { light, canvas }: { light: Light; canvas: Canvas },
): void {
  const { widthPx: width, heightPx: height } = canvas;
  const tint = rgbOf(layer.shadow).map((value) => value / 255);
  const rim = rgbOf(light.rim).map((value) => (value / 255) * light.rimOpacity);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 4) {
      const cover = (pixels[at + 3] ?? 0) / 255;
      if (cover === 0) continue;
      const lit = shading ? (shading.lit.bytes[y * shading.lit.stride + x] ?? 0) / LIT_ONE : 1;
      const rimShare = shading ? (shading.rim.bytes[y * shading.rim.stride + x] ?? 0) / 255 : 0;
      const below = (result[at + 3] ?? 0) / 255;
      const total = cover + below * (1 - cover);
      for (let channel = 0; channel < 3; channel++) {
        const shade = tint[channel] ?? 1;
        const factor = lit < 1 ? shade + (1 - shade) * lit : 1 + (lit - 1) * 0.3;
        const base = Math.min(255, (pixels[at + channel] ?? 0) * factor);
        // Screen, so that the rim glows on dark cloth and does not burn out on pale skin.
        const glowing = base + (255 - base) * (rim[channel] ?? 0) * rimShare;
        const under = (result[at + channel] ?? 0) * below * (1 - cover);
        result[at + channel] = (glowing * cover + under) / total;
      }
      result[at + 3] = Math.round(total * 255);
    }
  }
}

async function shade(alpha: Field, layer: Layer, light: Light): Promise<{ lit: Enlarged; rim: Enlarged }> {
  const { lit, rim } = shadeField(alpha, layer, light);
  const [litBytes, rimBytes] = await Promise.all([
    enlargeField(lit, SHRINK, LIT_ONE),
    enlargeField(rim, SHRINK),
  ]);
  return { lit: litBytes, rim: rimBytes };
}

function shadeField(alpha: Field, { roundPx, relief }: Layer, light: Light): { lit: Field; rim: Field } {
  const { width, height } = alpha;
  const broad = blurField(alpha, roundPx / SHRINK);
  const fine = blurField(alpha, roundPx / SHRINK / 3.5);
  const narrow = blurField(alpha, RIM_CELLS);
  const lit = new Float32Array(alpha.values.length);
  const rim = new Float32Array(alpha.values.length);
  const reach = (roundPx / SHRINK) * 2.6 * relief;
  const direction = normal(light.side * 0.9, -0.45, 0.74);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x;
      const [bx, by] = slope(broad, x, y);
      const [fx, fy] = slope(fine, x, y);
      const bent = normal(-(bx * 0.8 + fx * 0.2) * reach, -(by * 0.8 + fy * 0.2) * reach, 1);
      const facing =
        (bent[0] * direction[0] + bent[1] * direction[1] + bent[2] * direction[2]) / direction[2];
      lit[at] = facing < 1 ? smooth(Math.max(0, (facing + 0.25) / 1.25)) : facing;
      const [ex, ey] = slope(narrow, x, y);
      const edge = (ex * Math.sign(light.side || 1) + Math.max(0, ey) * 0.45) * RIM_CELLS * 3.2;
      rim[at] = Math.min(1, Math.max(0, edge)) ** 2;
    }
  }
  return { lit: { width, height, values: lit }, rim: { width, height, values: rim } };
}

const SHADOW_TINT = [0.42, 0.2, 0.2] as const;

function castShadow(
  result: Buffer,
  shadow: Enlarged,
  { layer, light, canvas }: { layer: Layer; light: Light; canvas: Canvas },
): void {
  const { widthPx: width, heightPx: height } = canvas;
  const [dx, dy] = [Math.round(-light.side * layer.castPx * 0.6), Math.round(layer.castPx)];
  for (let y = 0, at = 0; y < height; y++) {
    const row = Math.max(0, y - dy) * shadow.stride;
    for (let x = 0; x < width; x++, at += 4) {
      if ((result[at + 3] ?? 0) === 0) continue;
      const dark =
        ((shadow.bytes[row + Math.min(width - 1, Math.max(0, x - dx))] ?? 0) / 255) * layer.castOpacity;
      if (dark === 0) continue;
      for (let channel = 0; channel < 3; channel++) {
        result[at + channel] = (result[at + channel] ?? 0) * (1 - dark * (1 - (SHADOW_TINT[channel] ?? 0)));
      }
    }
  }
}

function slope({ width, height, values }: Field, x: number, y: number): [number, number] {
  const [left, right] = [Math.max(0, x - 1), Math.min(width - 1, x + 1)];
  const [above, below] = [Math.max(0, y - 1), Math.min(height - 1, y + 1)];
  // At the picture's border the field is one-sided; a shape that runs out of the picture must not bend there.
  if (x < 2 || x > width - 3)
    return [0, ((values[below * width + x] ?? 0) - (values[above * width + x] ?? 0)) / 2];
  const dx = ((values[y * width + right] ?? 0) - (values[y * width + left] ?? 0)) / 2;
  if (y > height - 3) return [dx, 0];
  return [dx, ((values[below * width + x] ?? 0) - (values[above * width + x] ?? 0)) / 2];
}

function normal(x: number, y: number, z: number): [number, number, number] {
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}

function smooth(share: number): number {
  const held = Math.min(1, share);
  return held * held * (3 - 2 * held);
}
