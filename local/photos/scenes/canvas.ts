import type { Random } from "../random";
import { n } from "../svg-path";
import type { Point } from "../svg-path";

/** What a painter gets: a canvas 1000 units high and as wide as the picture's shape asks. */
export interface SceneCanvas {
  width: number;
  height: number;
  random: Random;
  /** Where the light comes from: -1 left .. 1 right. */
  lightSide: number;
}

/** A painted scene. */
interface Scene {
  /** SVG of what is far, from back to front; blurred as out of focus. */
  far: string;
  /** SVG of lights and glints that keep their shape when out of focus; added as light. */
  glow: string;
  /** Colour of the light that falls on whoever stands in the scene. */
  key: string;
  /** Colour of the light from behind. */
  rim: string;
}

export type Painter = (canvas: SceneCanvas) => Scene;

/** A gradient's stops: `"0 #ffffff, .5 #000000"`. */
type Stops = string;

type Tint = readonly [colour: string, opacity: number];

/** A rectangle across the canvas filled with a gradient from top to bottom. */
export function band(
  { width }: SceneCanvas,
  stops: Stops,
  [from, to]: readonly [from: number, to: number] = [0, 1000],
): string {
  const id = idOf("band", [stops]);
  return `${verticalGradient(id, stops)}<rect x="0" y="${n(from)}" width="${n(width)}" height="${n(to - from)}" fill="url(#${id})"/>`;
}

/** A soft round glow. */
export function glow([x, y]: Point, radius: number, [colour, opacity]: Tint): string {
  const id = idOf("glow", [colour, opacity]);
  return `<radialGradient id="${id}"><stop offset="0" stop-color="${colour}" stop-opacity="${n(opacity)}"/><stop offset=".45" stop-color="${colour}" stop-opacity="${n(opacity * 0.4)}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient><circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" fill="url(#${id})"/>`;
}

/** A light out of focus: a disc a little brighter at its edge, as a lens makes it. */
export function bokeh([x, y]: Point, radius: number, [colour, opacity]: Tint): string {
  const id = idOf("bokeh", [colour, opacity]);
  return `<radialGradient id="${id}"><stop offset="0" stop-color="${colour}" stop-opacity="${n(opacity * 0.62)}"/><stop offset=".82" stop-color="${colour}" stop-opacity="${n(opacity * 0.78)}"/><stop offset=".93" stop-color="${colour}" stop-opacity="${n(opacity)}"/><stop offset="1" stop-color="${colour}" stop-opacity="0"/></radialGradient><circle cx="${n(x)}" cy="${n(y)}" r="${n(radius)}" fill="url(#${id})"/>`;
}

/** A line of hills or dunes: everything below a wandering edge. */
export function ridge(
  canvas: SceneCanvas,
  [level, rough]: readonly [level: number, rough: number],
  fill: string,
): string {
  const { width, random } = canvas;
  const steps = 9;
  const points: Point[] = Array.from({ length: steps + 1 }, (_, index) => [
    (index / steps) * width,
    level + random.between(-rough, rough),
  ]);
  const line = points.map(([x, y], index) => {
    const [px, py] = points[index - 1] ?? [x, y];
    return index === 0
      ? `${n(x)} ${n(y)}`
      : `Q${n(px + (x - px) * 0.35)} ${n(py)} ${n((px + x) / 2)} ${n((py + y) / 2)} T${n(x)} ${n(y)}`;
  });
  return `<path d="M0 1000L${line.join(" ")}L${n(width)} 1000Z" fill="${fill}"/>`;
}

/** Many of something, each at random. */
export function many(count: number, draw: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => draw(index)).join("");
}

/** A vertical gradient to fill shapes with: `fill="url(#id)"`. */
export function verticalGradient(id: string, stops: Stops): string {
  const drawn = stops.split(",").map((stop) => {
    const [offset = "0", colour = "#000"] = stop.trim().split(" ");
    return `<stop offset="${offset}" stop-color="${colour}"/>`;
  });
  return `<linearGradient id="${id}" x2="0" y2="1">${drawn.join("")}</linearGradient>`;
}

/** The same definition gets the same id, so that repeating one does no harm. */
function idOf(name: string, parts: readonly (string | number)[]): string {
  return (
    name +
    parts
      .map((part) => (typeof part === "number" ? n(part) : part))
      .join("")
      .replace(/[^\w]/g, "")
  );
}
