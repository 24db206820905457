import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { expandPrompt, listVariables } from "./expand-prompt";
import { escapeBraces, parsePrompt } from "./parse-prompt";

const promptsOf = (prompt: string, values: Record<string, string> = {}, count = 1) => {
  const expansion = expandPrompt(prompt, values, count);
  return expansion.ok ? expansion.prompts : expansion.problem;
};

describe("expandPrompt", () => {
  test("writes out choices, the last one changing first", () => {
    expect(promptsOf("in a {outfit: red coat | linen suit}, {dawn|dusk}")).toEqual([
      "in a red coat, dawn",
      "in a red coat, dusk",
      "in a linen suit, dawn",
      "in a linen suit, dusk",
    ]);
  });

  test("a name stands for the same words wherever it is used again", () => {
    expect(promptsOf("{coat: red|blue} coat, {coat} hat")).toEqual([
      "red coat, red hat",
      "blue coat, blue hat",
    ]);
  });

  test("fills variables in, with choices too, and asks for those that are missing", () => {
    expect(promptsOf("at {setting}", { setting: "the beach | a café" })).toEqual([
      "at the beach",
      "at a café",
    ]);
    expect(listVariables("at {setting} in {season} and {Setting}")).toEqual(["setting", "season"]);
    expect(expandPrompt("at {setting} in {season}", { setting: "home" }, 1)).toMatchObject({
      missing: ["season"],
      problem: "Fill in {season}.",
    });
    expect(expandPrompt("{constructor}", {}, 1)).toMatchObject({ missing: ["constructor"] });
  });

  test("says where a brace is wrong", () => {
    expect(promptsOf("a {red coat")).toContain("The { at character 3 is not closed");
    expect(promptsOf("a red} coat")).toContain("The } at character 6 closes nothing");
    expect(promptsOf("a {red {big} coat}")).toContain(
      "The { at character 8 stands inside the one at character 3",
    );
    expect(promptsOf("a {} coat")).toContain("character 3 are empty");
    expect(promptsOf("a {outfit: | } coat")).toContain("character 3 offer nothing");
    expect(promptsOf("{: a | b}")).toContain("no name");
  });

  test("does not write out what is too much, and says how much it would be", () => {
    const ten = "{0|1|2|3|4|5|6|7|8|9}";
    expect(promptsOf(ten.repeat(4))).toContain("This makes 10,000 pictures. One press makes at most 32");
    expect(promptsOf(ten.repeat(300))).toContain("One press makes at most 32");
    expect(promptsOf(ten, {}, 4)).toContain("40 pictures (10 prompts, 4 of each)");
    expect(promptsOf(`{${"x".repeat(990)}|b} and much more than that`)).toContain("at most 1,000");
  });

  test("keeps a template that asks for the same again", () => {
    const prompt = "a {outfit: red | blue} {coat|hat} at {setting}, {{literally}}";
    const first = expandPrompt(prompt, { setting: "sea} | town" }, 1);
    if (!first.ok || first.template === null) throw new Error("It has a template.");
    expect(first.template).toBe(
      "a {outfit: red | blue} {coat | hat} at {setting: sea | town}, {{literally}}",
    );
    expect(expandPrompt(first.template, {}, 1)).toEqual(first);
    expect(expandPrompt("plain words", {}, 1)).toEqual({
      ok: true,
      prompts: ["plain words"],
      template: null,
    });
  });

  test("takes any words as they are once their braces are escaped, and never throws", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("{", "}", "|", ":", "a", " "), maxLength: 40 }),
        (words) => {
          parsePrompt(words);
          expect(promptsOf(escapeBraces(words))).toEqual([words.trim()]);
          const expansion = expandPrompt(words, { a: "b" }, 1);
          if (expansion.ok && expansion.template !== null)
            expect(promptsOf(expansion.template)).toEqual(expansion.prompts);
        },
      ),
    );
  });
});
