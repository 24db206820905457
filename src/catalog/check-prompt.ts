import { plain, readings } from "./normalise-prompt";
import {
  agedThings,
  blockedPeople,
  harmlessPhrases,
  minorFragments,
  minorPairs,
  minorPhrases,
  minorWords,
  namedThings,
  promptReasons,
  youngNumbers,
} from "./prompt-rules";

export interface PromptVerdict {
  rule: keyof typeof promptReasons;
  /** What was found, as it was read. */
  found: string;
  /** A sentence for the user. */
  reason: string;
}

/** Why a prompt is refused before anything is paid for or made; undefined when nothing is said against it. */
export function checkPrompt(prompt: string): PromptVerdict | undefined {
  for (const reading of readings(prompt)) {
    const text = reading.replaceAll(harmless, " | ");
    const minor = findMinor(text);
    if (minor !== undefined) return verdict("minor", minor);
    const person = people.exec(text)?.[0];
    if (person !== undefined) return verdict("person", person);
  }
  return undefined;
}

function verdict(rule: PromptVerdict["rule"], found: string): PromptVerdict {
  return { rule, found, reason: promptReasons[rule].replace("{found}", `“${found.trim()}”`) };
}

function findMinor(text: string): string | undefined {
  const said = minors.exec(text)?.[0] ?? fragments.exec(text)?.[0];
  return said ?? findYoungAge(text);
}

function findYoungAge(text: string): string | undefined {
  for (const pattern of ages) {
    for (const match of text.matchAll(pattern)) {
      const age = Number(match.groups?.["age"] ?? 0);
      const around = `${text.slice(0, match.index).split(" ").slice(-3).join(" ")} ${text
        .slice(match.index + match[0].length)
        .split(" ")
        .slice(0, 4)
        .join(" ")}`;
      if (age < 18 && !aged.test(around)) return match[0];
    }
  }
  return undefined;
}

/** Whole words, in any alphabet. */
function words(alternatives: readonly string[], after = ""): string {
  const escaped = alternatives.map((word) => plain(word).replaceAll(/[$()*+.?[\\\]^{|}]/g, "\\$&"));
  return `(?<![\\p{L}\\p{N}])(?:${[...new Set(escaped)].join("|")})${after}(?![\\p{L}\\p{N}])`;
}

const pairs = minorPairs.map(({ first, second }) => `${words(first)} ${words(second)}`);
const minors = new RegExp([words(minorPhrases), ...pairs, words(minorWords)].join("|"), "u");
const fragments = new RegExp(minorFragments.map(plain).join("|"), "u");
const harmless = new RegExp(words(harmlessPhrases, "(?:'s)?"), "gu");
/** With its space left out too, and not where the name is a thing's. */
const people = new RegExp(
  `${words(blockedPeople).replaceAll(" ", " ?")}(?! ?(?:'s )?${words(namedThings)})`,
  "u",
);
const aged = new RegExp(words(agedThings), "u");

const young = `(?:${youngNumbers.join("|")})`;
/** An age is a number with a word that makes it one: "10 years ago" and "f 1 8" are none. */
const ages = [
  /(?<![\p{L}\p{N}])(?<age>\d{1,2}) ?(?:years?|yrs?|yr) ?old(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])(?<age>\d{1,2}) ?y ?o(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])(?:aged|age of|at age|age) (?<age>\d{1,2})(?![\p{L}\p{N}])/gu,
  new RegExp(`(?<![\\p{L}\\p{N}])${young} years? old(?![\\p{L}\\p{N}])`, "gu"),
  new RegExp(`(?<![\\p{L}\\p{N}])aged ${young}(?![\\p{L}\\p{N}])`, "gu"),
  /(?<![\p{L}\p{N}])(?:de|d') ?(?<age>\d{1,2}) (?:anos|ans)(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])di (?<age>\d{1,2}) anni(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])(?<age>\d{1,2}) (?:jahre alt|jahrige?[rsnm]?|jaar oud|letni[iya]|летн\p{L}*|yasinda)(?![\p{L}\p{N}])/gu,
  /(?<!\d)(?<age>\d{1,2}) ?[歳岁歲才](?!\d)/gu,
];
