import { createRandom } from "../random";
import type { Random } from "../random";

export type Subject = "woman" | "man" | "person" | "pet";

export type HairStyle =
  | "long-straight"
  | "long-wavy"
  | "bob"
  | "fringe-bob"
  | "bun"
  | "ponytail"
  | "afro"
  | "curly"
  | "pixie"
  | "headscarf"
  | "side-part"
  | "quiff"
  | "buzz"
  | "short-curls"
  | "bald"
  | "swept";

/** What stays the same in every photo of one person. */
export interface Traits {
  skin: string;
  hair: string;
  hairStyle: HairStyle;
  eyes: string;
  lips: string;
  /** 0 narrow and pointed .. 1 broad and square. */
  jaw: number;
  /** Width of the face, about 1. */
  faceWidth: number;
  browWeight: number;
  eyeSize: number;
  noseWidth: number;
  mouthWidth: number;
  beard: "none" | "stubble" | "full" | "moustache";
  glasses: "none" | "round" | "square";
  hasFreckles: boolean;
  earring: string | undefined;
  /** Longer lashes and more colour on the lips. */
  isMadeUp: boolean;
  isBroad: boolean;
  scarf: string;
}

const skins = [
  "#f6d3bf",
  "#efc3a4",
  "#e3ae88",
  "#d39a70",
  "#bf8058",
  "#a3673f",
  "#84502f",
  "#633a24",
] as const;
const darkHair = ["#17110f", "#21160f", "#33211a", "#1d1a1c"] as const;
const anyHair = [
  ...darkHair,
  "#4f301d",
  "#6d4225",
  "#8c5d33",
  "#b98a4d",
  "#d8b273",
  "#96401c",
  "#7a3420",
  "#8b8784",
] as const;
const womanStyles = [
  "long-straight",
  "long-wavy",
  "bob",
  "bun",
  "ponytail",
  "afro",
  "curly",
  "pixie",
  "headscarf",
  "fringe-bob",
  "long-wavy",
] as const;
const manStyles = [
  "side-part",
  "quiff",
  "buzz",
  "short-curls",
  "bald",
  "swept",
  "side-part",
  "quiff",
] as const;
const earrings = ["#e2b65a", "#e8e3da", "#c98f4a"] as const;
const scarves = ["#b9624a", "#2f5d62", "#d9b48f", "#46506b", "#7d8f69", "#a7788c"] as const;

/** The person with this number: the same traits whenever asked. */
export function traitsOf(subject: Exclude<Subject, "pet">, identity: number): Traits {
  const random = createRandom(`${subject} ${String(identity)}`);
  const isWoman = subject === "woman" || (subject === "person" && random.chance(0.5));

  // Consecutive identities get skins far apart, so that any few of them look like different people.
  const skinIndex = (identity * 3 + (isWoman ? 1 : 4)) % skins.length;
  const skin = skins[skinIndex] ?? skins[0];
  const hair = skinIndex >= 4 ? random.pick(darkHair) : random.pick(anyHair);
  const styles = isWoman ? womanStyles : manStyles;
  const hairStyle = styles[(identity * 5 + 2) % styles.length] ?? styles[0];
  return {
    skin,
    hair,
    hairStyle: fitting(hairStyle, skinIndex),
    eyes:
      skinIndex >= 4
        ? random.pick(["#3a2418", "#4a2d1b"])
        : random.pick(["#4a3020", "#5d7a8c", "#62764f", "#6b4a2c", "#3f5a6b"]),
    lips: isWoman ? random.pick(["#c65f5c", "#b9544f", "#c8707a", "#a84a4f"]) : "#b5705f",
    jaw: isWoman ? random.between(0, 0.45) : random.between(0.5, 1),
    faceWidth: random.between(0.95, 1.05),
    browWeight: isWoman ? random.between(0.7, 1) : random.between(1.05, 1.4),
    eyeSize: isWoman ? random.between(1, 1.12) : random.between(0.88, 0.98),
    noseWidth: random.between(0.85, 1.15),
    mouthWidth: random.between(0.92, 1.1),
    beard: isWoman ? "none" : beardOf(random, hairStyle),
    glasses: random.chance(0.22) ? random.pick(["round", "square"]) : "none",
    hasFreckles: skinIndex < 3 && random.chance(0.35),
    earring: isWoman && random.chance(0.6) ? random.pick(earrings) : undefined,
    isMadeUp: isWoman,
    isBroad: !isWoman,
    scarf: random.pick(scarves),
  };
}

function beardOf(random: Random, hairStyle: HairStyle): Traits["beard"] {
  if (hairStyle === "bald") return "full";
  return random.pick(["none", "stubble", "full", "stubble", "none", "moustache"]);
}

// An afro belongs to darker hair and skin; elsewhere the same slot gets loose curls.
function fitting(style: HairStyle, skinIndex: number): HairStyle {
  return style === "afro" && skinIndex < 4 ? "curly" : style;
}
