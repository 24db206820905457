import { createRandom } from "../random";
import type { Place } from "../scenes/places";
import type { Subject } from "./traits";

export type Expression = "calm" | "smile" | "grin" | "laugh";
export type Garment = "tee" | "knit" | "turtleneck" | "hoodie" | "blazer" | "shirt" | "denim" | "vneck";

/** What differs from photo to photo of one person. Angles in radians, positive to the viewer's right. */
export interface Pose {
  yaw: number;
  pitch: number;
  tilt: number;
  expression: Expression;
  /** Height of the head as a share of the picture's height. */
  headShare: number;
  /** Where the head's middle is, as shares of the picture's width and height. */
  head: { x: number; y: number };
  garment: Garment;
  cloth: string;
  underCloth: string;
  /** Where the key light comes from: -1 left .. 1 right. */
  lightSide: number;
  place: Place;
}

const framings = [
  { headShare: 0.47, y: 0.44 },
  { headShare: 0.42, y: 0.41 },
  { headShare: 0.38, y: 0.38 },
  { headShare: 0.43, y: 0.42 },
  { headShare: 0.35, y: 0.36 },
  { headShare: 0.54, y: 0.47 },
] as const;
const yaws = [0, 0.3, -0.34, 0.12, -0.16, 0.42, -0.45, 0.22] as const;
const expressions = ["smile", "calm", "grin", "smile", "laugh", "calm", "smile"] as const;
const garments = [
  "knit",
  "tee",
  "blazer",
  "hoodie",
  "turtleneck",
  "denim",
  "shirt",
  "vneck",
  "knit",
] as const;
const places = [
  "park",
  "wall",
  "window",
  "street",
  "beach",
  "studio",
  "cafe",
  "autumn",
  "library",
  "garden",
] as const;
const cloths = [
  "#e8dfd0",
  "#37475e",
  "#b8593f",
  "#6f7f64",
  "#d8a64a",
  "#8c9db5",
  "#54483f",
  "#7c3f4a",
  "#c9b8a3",
  "#4d6a6d",
  "#d99a86",
  "#efe9e1",
] as const;

/** Photo number `variation` of a person: every few in a row differ in everything. */
export function poseOf(subject: Subject, identity: number, variation: number): Pose {
  const random = createRandom(`${subject} ${String(identity)} photo ${String(variation)}`);
  const at = <T>(list: readonly T[], step: number, fallback: T): T =>
    list[(variation * step + identity) % list.length] ?? fallback;
  const framing = at(framings, 1, framings[0]);
  const yaw = at(yaws, 3, 0) + random.between(-0.05, 0.05);
  return {
    yaw,
    pitch: random.between(-0.06, 0.08),
    tilt: random.between(-0.09, 0.09) + yaw * 0.1,
    expression: at(expressions, 2, "smile"),
    headShare: framing.headShare * random.between(0.96, 1.04),
    head: { x: 0.5 - yaw * 0.12 + random.between(-0.04, 0.04), y: framing.y },
    garment: at(garments, 2, "tee"),
    cloth: at(cloths, 5, "#2f3a4a"),
    underCloth: random.pick(["#f2eee8", "#22252b", "#e5ded3", "#c9d3dc"]),
    lightSide: random.chance(0.5) ? random.between(0.45, 1) : random.between(-1, -0.45),
    place: at(places, 3, "studio"),
  };
}
