import type { Point } from "../svg-path";
import type { Pose } from "./pose";
import type { Traits } from "./traits";

/**
 * Places points of a head on the flat picture. Units: half a head's width; x to the viewer's right, y down, the
 * origin between the eyes.
 */
export interface HeadFrame {
  yaw: number;
  /** A point on the face's own curved surface: turns with the head and foreshortens. */
  onFace: (x: number, y: number) => Point;
  /** A point at a given depth: 1 at the nose, 0 in the silhouette's plane, -1 at the back of the head. */
  at: (x: number, y: number, depth: number) => Point;
  /** The outline's sideways shift at a height, so that the chin leads and the crown stays. */
  edge: (x: number, y: number) => Point;
}

/** A point of a head: across, down, and how far to the front (see `HeadFrame.at`). */
export type Solid = readonly [x: number, y: number, depth: number];

/** Reads `"x y depth, x y depth"`; `side` -1 mirrors them. */
export function solids(text: string, side: 1 | -1 = 1): Solid[] {
  return text.split(",").map((triple): Solid => {
    const [x = 0, y = 0, depth = 0] = triple.trim().split(" ").map(Number);
    return [x * side, y, depth];
  });
}

/** Places a line of a head on the flat picture. */
export function flatten(frame: HeadFrame, line: readonly Solid[]): Point[] {
  return line.map(([x, y, depth]) => frame.at(x, y, depth));
}

/** The frame of one head in one pose. */
export function frameHead(traits: Traits, pose: Pose): HeadFrame {
  const { yaw, pitch } = pose;
  const [cos, sin] = [Math.cos(yaw), Math.sin(yaw)];
  const at = (x: number, y: number, depth: number): Point => [
    x * traits.faceWidth * cos + depth * 0.82 * sin,
    y + depth * 0.5 * Math.sin(pitch),
  ];
  return {
    yaw,
    at,
    onFace: (x, y) => at(x, y, Math.sqrt(Math.max(0.02, 1 - (x / 1.02) ** 2 - ((y - 0.1) / 1.6) ** 2))),
    edge: (x, y) => {
      const lead = 0.1 + 0.26 * Math.min(1, Math.max(0, (y + 1) / 2.2));
      // The far cheek is cut shorter than the near one.
      const squeeze = x * yaw > 0 ? 1 - Math.abs(yaw) * 0.16 : 1;
      return [x * traits.faceWidth * squeeze + sin * lead, y + 0.12 * Math.sin(pitch)];
    },
  };
}
