import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { extendTailwindMerge } from "tailwind-merge";
import ts from "typescript";
import { expect, test } from "vitest";

import { cn } from "./cn";

// Our own type scale: unnamed here, the whole list would take `text-title` for a colour.
const scale = ["display", "title", "heading", "lead"];
/** `cn` as it would be with all of Tailwind's classes. */
const whole = extendTailwindMerge({
  cacheSize: 0,
  extend: { classGroups: { "font-size": [{ text: scale }] } },
});

const words = listWords(join(import.meta.dirname, ".."));
const classes = words.filter((word) => whole(`${word} ${word}`) === word);

test("merges any two classes of our sources as the whole list does", () => {
  const wrong = groupByVariants(classes).flatMap((group) =>
    group.flatMap((first) =>
      group.flatMap((second) => {
        const pair = `${first} ${second}`;
        const [ours, theirs] = [cn(pair), whole(pair)];
        return ours === theirs ? [] : [`"${pair}": ${ours}, not ${theirs}`];
      }),
    ),
  );
  expect(classes.length).toBeGreaterThan(500);
  expect(wrong).toEqual([]);
});

test("leaves alone what the whole list does not know", () => {
  const known = new Set(classes);
  expect(words.filter((word) => !known.has(word) && cn(`${word} ${word}`) === word)).toEqual([]);
});

/** Every word of every string in our sources but the lists themselves: the classes, and much else. */
function listWords(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) => /\.tsx?$/.test(name) && !name.includes("class-groups"),
  );
  const words = new Set<string>();
  for (const name of files) {
    const text = readFileSync(join(folder, name), "utf8");
    const visit = (node: ts.Node) => {
      if (
        ts.isStringLiteralLike(node) ||
        ts.isTemplateHead(node) ||
        ts.isTemplateMiddleOrTemplateTail(node)
      ) {
        for (const word of node.text.split(/\s+/)) if (word !== "") words.add(word);
      }
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest));
  }
  return [...words];
}

/** Only classes under the same variants, in any order, can drop each other. */
function groupByVariants(names: readonly string[]): string[][] {
  const groups = new Map<string, string[]>();
  for (const name of names) {
    // A colon within brackets is part of a value.
    const variants = [...name.matchAll(/((?:\[[^\]]*\]|[^:[])+):/gy)].map((match) => match[1]);
    const key = variants.sort().join(":");
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  return [...groups.values()];
}
