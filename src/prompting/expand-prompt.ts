import { generationRules } from "~/catalog/generation-rules";

import { escapeBraces, parsePrompt, splitOptions } from "./parse-prompt";
import type { PromptPart } from "./parse-prompt";

export type Expansion =
  | {
      ok: true;
      /** What is asked for, in the order of the choices: the last one changes first. */
      prompts: readonly string[];
      /** The prompt as it can be used again, what was filled in written into it; null where it is only words. */
      template: string | null;
    }
  | { ok: false; problem: string; missing: readonly string[] };

/**
 * Writes out what a prompt with choices and variables asks for. A name stands for the same words wherever it is used
 * again; a variable may be filled in with choices too: `beach | old town`.
 *
 * @param values what the user filled in, by the variable's name.
 * @param count pictures of each prompt: what it all makes has a bound, and beyond it nothing is written out.
 */
export function expandPrompt(
  prompt: string,
  values: Readonly<Record<string, string>>,
  count: number,
): Expansion {
  const parsed = parsePrompt(prompt);
  if (!parsed.ok) return { ...parsed, missing: [] };

  const places = nameplaces(parsed.parts, values);
  const missing = places.filter(({ options }) => options.length === 0).map(({ name }) => name);
  if (missing.length > 0) {
    return { ok: false, problem: `Fill in ${missing.map((name) => `{${name}}`).join(" and ")}.`, missing };
  }

  const combinations = places.reduce((product, { options }) => product * options.length, 1);
  const { maxPicturesPerPress } = generationRules;
  if (combinations * count > maxPicturesPerPress) {
    const made = combinations * count;
    const of = count === 1 ? "" : ` (${inWords(combinations)} prompts, ${count} of each)`;
    const problem = `This makes ${inWords(made)} pictures${of}. One press makes at most ${maxPicturesPerPress}: take some choices away${count === 1 ? "" : ", or ask for fewer of each"}.`;
    return { ok: false, problem, missing: [] };
  }

  const prompts = combine(places).map((chosen) => write(parsed.parts, chosen));
  const long = prompts.find((written) => written.length > generationRules.maxPromptLength);
  if (long !== undefined) {
    const problem = `With its choices written out a prompt has ${inWords(long.length)} characters. It has at most ${inWords(generationRules.maxPromptLength)}.`;
    return { ok: false, problem, missing: [] };
  }
  const isPlain = places.length === 0;
  return {
    ok: true,
    prompts: [...new Set(prompts)],
    template: isPlain ? null : fillIn(parsed.parts, values),
  };
}

/** The variables a prompt leaves open, in order, each once; none while it cannot be read. */
export function listVariables(prompt: string): string[] {
  const parsed = parsePrompt(prompt);
  if (!parsed.ok) return [];
  const chosen = new Set(
    parsed.parts.flatMap((part) => (part.is === "place" && part.options ? [part.name] : [])),
  );
  const open = parsed.parts.flatMap((part) =>
    part.is === "place" && part.options === null && part.name !== null && !chosen.has(part.name)
      ? [part.name]
      : [],
  );
  return [...new Set(open)];
}

interface Place {
  /** For choices without a name, one that no user can type. */
  name: string;
  options: readonly string[];
}

/** Each place of its own name once; a variable that is named like choices means them. */
function nameplaces(parts: readonly PromptPart[], values: Readonly<Record<string, string>>): Place[] {
  const places = new Map<string, readonly string[]>();
  for (const [index, part] of parts.entries()) {
    if (part.is !== "place") continue;
    const name = part.name ?? `|${index}`;
    const known = places.get(name) ?? [];
    if (part.options) places.set(name, [...new Set([...known, ...part.options])]);
    else if (!places.has(name)) places.set(name, []);
  }
  return [...places].map(([name, options]) => ({
    name,
    options: options.length > 0 ? options : splitOptions(valueOf(values, name)),
  }));
}

/** A brace in a value is dropped: the template that it is written into would not read. */
function valueOf(values: Readonly<Record<string, string>>, name: string): string {
  return ((Object.hasOwn(values, name) ? values[name] : undefined) ?? "").replace(/[{}]/g, "");
}

function combine(places: readonly Place[]): ReadonlyMap<string, string>[] {
  let chosen: ReadonlyMap<string, string>[] = [new Map()];
  for (const { name, options } of places) {
    chosen = chosen.flatMap((map) => options.map((option) => new Map([...map, [name, option]])));
  }
  return chosen;
}

function write(parts: readonly PromptPart[], chosen: ReadonlyMap<string, string>): string {
  return parts
    .map((part, index) => (part.is === "words" ? part.text : (chosen.get(part.name ?? `|${index}`) ?? "")))
    .join("")
    .trim();
}

function fillIn(parts: readonly PromptPart[], values: Readonly<Record<string, string>>): string {
  return parts
    .map((part) => {
      if (part.is === "words") return escapeBraces(part.text);
      const options = part.options ?? splitOptions(part.name === null ? "" : valueOf(values, part.name));
      const name = part.name ?? "";
      if (options.length === 0) return `{${name}}`;
      // Choices without a name: one alone would read as a variable.
      if (part.name === null)
        return options.length === 1 ? escapeBraces(options[0] ?? "") : `{${options.join(" | ")}}`;
      return `{${name}: ${options.join(" | ")}}`;
    })
    .join("")
    .trim();
}

function inWords(count: number): string {
  return count.toLocaleString("en");
}
