import type { FaceBox, PhotoMeasures } from "~/catalog/photo-measures";
import { photoRules } from "~/catalog/photo-rules";
import type { PhotoWarning } from "~/catalog/photo-rules";

import { findAlike } from "./find-alike";
import { judgeFaces, judgePhoto } from "./judge-photo";

/** A photo as far as it is known. */
export interface KnownPhoto {
  key: string;
  /** Null when nobody could measure it. */
  measures: PhotoMeasures | null;
  /** Null when nobody looked for faces; for pets too. */
  faces: readonly FaceBox[] | null;
  /** "2026-11-22", by the photo's own clock; null when it does not say, or was chosen in another tab. */
  takenOn: string | null;
  /** Its lens or camera; null as above. */
  takenWith: string | null;
}

export interface CoachedSet {
  /** 0..10; null for a set without a photo. */
  score: number | null;
  /** What the set lacks, most telling first: sentences that say what to do. */
  missing: string[];
  /** What is said against each photo, by its key; one that nothing is said against is left out. */
  warnings: Map<string, { warnings: PhotoWarning[]; alikeTo: string | null }>;
  /** Days the photos were taken on, of those that say; 0 when none does. */
  days: number;
  /** Whether faces were looked for in any. */
  hasLookedForFaces: boolean;
}

/** How many points a set loses at most for each thing. */
const costs = { weak: 6, alike: 3, oneDay: 2, selfies: 1 } as const;
/** Of the photos: below it what some say of their taking says nothing of the rest. */
const TOLD_SHARE = 0.8;
/** As iPhones name their lens (iPhone 15, iOS 18); others say less, and are not taken for it. */
const frontLens = /\bfront\b/i;

/** Looks at a set as a whole: what each photo is warned about, a score of 10, and what is missing. */
export function coachSet(photos: readonly KnownPhoto[]): CoachedSet {
  const alike = findAlike(photos.map(({ measures }) => measures?.hashes ?? []));
  const warnings: CoachedSet["warnings"] = new Map();
  for (const [at, { key, measures, faces }] of photos.entries()) {
    const first = alike[at] ?? null;
    const found = [
      ...(measures ? judgePhoto(measures) : []),
      ...(first === null ? [] : ["alike" as const]),
      ...(faces ? judgeFaces(faces) : []),
    ];
    if (found.length === 0) continue;
    warnings.set(key, { warnings: found, alikeTo: first === null ? null : (photos[first]?.key ?? null) });
  }

  const found = [...warnings.values()];
  const weak = found.filter(({ warnings: own }) => own.some((warning) => warning !== "alike")).length;
  const copies = alike.filter((first) => first !== null).length;
  const dated = photos.flatMap(({ takenOn }) => takenOn ?? []);
  const days = new Set(dated).size;
  const isOneDay = days === 1 && dated.length >= TOLD_SHARE * photos.length && photos.length > 1;
  const lenses = photos.flatMap(({ takenWith }) => takenWith ?? []);
  const areSelfies =
    photos.length > 1 &&
    lenses.length >= TOLD_SHARE * photos.length &&
    lenses.every((lens) => frontLens.test(lens));
  return {
    score: photos.length === 0 ? null : score({ count: photos.length, weak, copies, isOneDay, areSelfies }),
    missing: sayWhatIsMissing({ count: photos.length, weak, groups: sizesOf(alike), isOneDay, areSelfies }),
    warnings,
    days,
    hasLookedForFaces: photos.some(({ faces }) => faces !== null),
  };
}

function score(set: {
  count: number;
  weak: number;
  copies: number;
  isOneDay: boolean;
  areSelfies: boolean;
}): number {
  const { count, weak, copies, isOneDay, areSelfies } = set;
  const enough = Math.min(1, count / photoRules.minCount);
  const lost =
    costs.weak * Math.min(1, (2 * weak) / count) +
    costs.alike * Math.min(1, (3 * copies) / count) +
    (isOneDay ? costs.oneDay : 0) +
    (areSelfies ? costs.selfies : 0);
  const points = (10 - lost) * enough;
  // Ten of ten is for a set with nothing to say against it.
  return Math.max(1, Math.min(lost > 0 ? 9 : 10, Math.round(points)));
}

function sayWhatIsMissing(set: {
  count: number;
  weak: number;
  groups: number[];
  isOneDay: boolean;
  areSelfies: boolean;
}): string[] {
  const { count, weak, groups, isOneDay, areSelfies } = set;
  const missing = photoRules.minCount - count;
  const largest = Math.max(0, ...groups);
  const more =
    groups.length > 1 ? `, and ${countOf(groups.length - 1, "other group does", "other groups do")} too` : "";
  return [
    missing > 0 && count > 0 && `Add ${missing} more ${missing === 1 ? "photo" : "photos"}.`,
    weak > 0 && `${countOf(weak, "photo", "photos")} could be better; see below what and why.`,
    largest > 0 && `${spell(largest)} look alike${more}. Keep the best of them and add other moments.`,
    isOneDay && "All are from one day. Add some from other days, in other clothes and places.",
    areSelfies &&
      "All are selfies, which make a face narrow. Add two that someone else took, from a step back.",
  ].filter((sentence) => typeof sentence === "string");
}

/** How many photos each group of alike ones has. */
function sizesOf(alike: readonly (number | null)[]): number[] {
  const sizes = new Map<number, number>();
  for (const first of alike) if (first !== null) sizes.set(first, (sizes.get(first) ?? 1) + 1);
  return [...sizes.values()];
}

function countOf(amount: number, one: string, many: string): string {
  return `${amount} ${amount === 1 ? one : many}`;
}

const numbers = ["Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

function spell(amount: number): string {
  return numbers[amount] ?? String(amount);
}
