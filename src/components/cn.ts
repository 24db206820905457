import { clsx, type ClassValue } from "clsx";

import { covers, findGroup } from "./class-groups";

/** Lists of classes that were merged before: there are as many as our sources make. */
const merged = new Map<string, string>();

/** Joins class names; of two that set the same property the later one wins, so callers can override a default. */
export function cn(...classes: ClassValue[]): string {
  const list = clsx(classes);
  const known = merged.get(list);
  if (known !== undefined) return known;
  const result = merge(list.split(/\s+/));
  merged.set(list, result);
  return result;
}

function merge(names: readonly string[]): string {
  const isSet = new Set<string>();
  const kept: string[] = [];
  for (const name of names.toReversed()) {
    const [variants, base] = splitVariants(name);
    const group = findGroup(base);
    if (group !== undefined) {
      if (isSet.has(variants + group)) continue;
      for (const set of [group, ...(covers[group]?.split(" ") ?? [])]) isSet.add(variants + set);
    }
    kept.unshift(name);
  }
  return kept.join(" ");
}

/** `sm:hover:!-mt-2` as what it holds under, `sm:hover:!`, and what it says, `mt-2`. A colon within brackets is part of a value. */
function splitVariants(name: string): [variants: string, base: string] {
  let depth = 0;
  let start = 0;
  for (let at = 0; at < name.length; at++) {
    const letter = name.charAt(at);
    if ("[(".includes(letter)) depth++;
    if ("])".includes(letter)) depth--;
    if (letter === ":" && depth === 0) start = at + 1;
  }
  const word = name.slice(start);
  const base = word.replace(/^!|!$/, "");
  return [name.slice(0, start) + (base === word ? "" : "!"), base.replace(/^-/, "")];
}
