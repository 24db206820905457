import { darken, lighten, mix } from "../colour";
import { createRandom } from "../random";

/** What stays the same in every photo of one animal. */
export interface Coat {
  kind: "cat" | "dog";
  fur: string;
  patch: string;
  chest: string;
  eyes: string;
  hasStripes: boolean;
  collar: string;
}

const furs = [
  "#d08a45",
  "#8d8a88",
  "#3a3230",
  "#e6d3b3",
  "#a9784c",
  "#c9a27a",
  "#5d4a3e",
  "#efe6d8",
] as const;

/** The animal with this number: cats are even, dogs odd. */
export function coatOf(identity: number): Coat {
  const random = createRandom(`pet ${String(identity)}`);
  const fur = furs[(identity * 3 + 1) % furs.length] ?? furs[0];
  const kind = identity % 2 === 0 ? "cat" : "dog";
  return {
    kind,
    fur,
    patch: random.chance(0.5) ? lighten(fur, 0.35) : darken(fur, 0.4),
    chest: mix(fur, "#fff8ee", 0.72),
    eyes:
      kind === "cat"
        ? random.pick(["#7f9a3f", "#c99a35", "#4f8f86", "#6e97b5"])
        : random.pick(["#4a2d1b", "#6b4424"]),
    hasStripes: kind === "cat" && random.chance(0.6),
    collar: random.pick(["#b8493a", "#2f6a6a", "#d8a441", "#45608a", "#7c4a6a"]),
  };
}
