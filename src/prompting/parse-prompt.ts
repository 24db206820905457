/** A piece of a prompt as it is typed: words, or a place whose words are chosen or filled in. */
export type PromptPart =
  | { is: "words"; text: string }
  /** `name` is null for choices without one; `options` is null for a variable, which the user fills in. */
  | { is: "place"; name: string | null; options: readonly string[] | null };

export type ParsedPrompt = { ok: true; parts: readonly PromptPart[] } | { ok: false; problem: string };

/**
 * Reads a prompt with choices, `{outfit: red coat | linen suit}` or `{red coat | linen suit}`, and variables,
 * `{setting}`. `{{` and `}}` are braces as such.
 *
 * @returns its pieces in order, or what is wrong with it and where, for the user; characters count from 1.
 */
export function parsePrompt(prompt: string): ParsedPrompt {
  const parts: PromptPart[] = [];
  let words = "";
  let at = 0;
  while (at < prompt.length) {
    const char = prompt.charAt(at);
    if ((char === "{" || char === "}") && prompt.charAt(at + 1) === char) {
      words += char;
      at += 2;
    } else if (char === "}") {
      return wrong(
        `The } at character ${at + 1} closes nothing. Put a { before it, or write }} for the brace itself.`,
      );
    } else if (char === "{") {
      const place = readPlace(prompt, at);
      if (typeof place === "string") return wrong(place);
      if (words !== "") parts.push({ is: "words", text: words });
      words = "";
      parts.push(place.part);
      at = place.end;
    } else {
      words += char;
      at += 1;
    }
  }
  if (words !== "") parts.push({ is: "words", text: words });
  return { ok: true, parts };
}

/** Turns words into a prompt that means exactly them. */
export function escapeBraces(words: string): string {
  return words.replaceAll("{", "{{").replaceAll("}", "}}");
}

function readPlace(prompt: string, open: number): { part: PromptPart; end: number } | string {
  const close = prompt.indexOf("}", open);
  const nested = prompt.indexOf("{", open + 1);
  if (close === -1) {
    return `The { at character ${open + 1} is not closed. Put a } where its choices end, or write {{ for the brace itself.`;
  }
  if (nested !== -1 && nested < close) {
    return `The { at character ${nested + 1} stands inside the one at character ${open + 1}. Close that one first.`;
  }
  const inside = prompt.slice(open + 1, close).trim();
  if (inside === "")
    return `The braces at character ${open + 1} are empty. Write choices between them, with | in between.`;

  const colon = inside.indexOf(":");
  const name = colon === -1 ? null : inside.slice(0, colon).trim().toLowerCase();
  if (name === "") return `The choices at character ${open + 1} have a colon but no name before it.`;
  const options = splitOptions(colon === -1 ? inside : inside.slice(colon + 1));
  if (options.length === 0)
    return `The braces at character ${open + 1} offer nothing. Write choices after the colon.`;

  const isVariable = colon === -1 && !inside.includes("|");
  const part: PromptPart = isVariable
    ? { is: "place", name: inside.toLowerCase(), options: null }
    : { is: "place", name, options };
  return { part, end: close + 1 };
}

/** The choices in `red coat | linen suit`, without empty ones and repetitions. */
export function splitOptions(text: string): string[] {
  const options = text.split("|").map((option) => option.trim());
  return [...new Set(options.filter((option) => option !== ""))];
}

function wrong(problem: string): ParsedPrompt {
  return { ok: false, problem };
}
