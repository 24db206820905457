import { existsSync, readFileSync } from "node:fs";

import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { parse } from "yaml";
import * as z from "zod";

import type { Answer } from "./open-browser";

const specsDir = new URL("../../../../shared/specs/", import.meta.url);
const files = {
  frontend: new URL("clerk-fapi-2026-05-12.yml", specsDir),
  backend: new URL("clerk-bapi-2026-05-12.yml", specsDir),
};

/** Why the answers cannot be held against Clerk's OpenAPI files, or undefined when they can. */
export const specsAreAbsent = Object.values(files).every((file) => existsSync(file))
  ? undefined
  : "Clerk's OpenAPI files are not at ../shared/specs";

const Response = z.object({
  $ref: z.string().optional(),
  content: z
    .object({ "application/json": z.object({}).loose() })
    .partial()
    .optional(),
});
const Operation = z.object({ responses: z.record(z.string(), Response).optional() });
const Spec = z.object({ paths: z.record(z.string(), z.record(z.string(), Operation.catch({}))) });

/**
 * Reads one of Clerk's OpenAPI files.
 *
 * @returns a function that lists what an answer has against it: nothing when it is as the file says.
 */
export function openSpec(api: keyof typeof files): (answer: Answer) => string[] {
  // An alias of the parser's own making would share one object between places: none are used.
  const document = withoutNullable(parse(readFileSync(files[api], "utf8"), { maxAliasCount: -1 }));
  const { paths } = Spec.parse(document);
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  ajv.addSchema(document as object, api); // it has just been parsed as one

  return (answer) => {
    const found = findPath(Object.keys(paths), answer.path.replace(/\?.*$/, ""));
    const method = answer.method.toLowerCase();
    const response = found && paths[found]?.[method]?.responses?.[String(answer.status)];
    if (!response) {
      const body = JSON.stringify(answer.body);
      return [`${answer.method} ${answer.path} does not answer ${String(answer.status)}: ${body}`];
    }

    const pointer =
      response.$ref ?? ["#/paths", escape(found), method, "responses", String(answer.status)].join("/");
    const validate = ajv.getSchema(`${api}${pointer}/content/application~1json/schema`);
    if (!validate) return [`${answer.method} ${answer.path} has no schema`];
    if (validate(answer.body) === true) return [];
    const errors = validate.errors ?? [];
    return errors.map(
      (error) => `${answer.method} ${answer.path} ${error.instancePath} ${error.message ?? ""}`,
    );
  };
}

/** `nullable` is OpenAPI 3.0's; in JSON Schema null is a type, and a `$ref` beside it would forbid it. */
function withoutNullable(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withoutNullable);
  if (typeof node !== "object" || node === null) return node;
  const { nullable, ...rest } = Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, withoutNullable(value)]),
  );
  return nullable === true ? { anyOf: [{ type: "null" }, rest] } : rest;
}

/** The template a path fits; one that has it literally before one with a parameter. */
function findPath(templates: string[], path: string): string | undefined {
  const fitting = templates.filter((template) => {
    const pattern = template.replace(/\{[^}]+\}/g, "[^/]+").replaceAll(".", "\\.");
    return new RegExp(`^${pattern}$`).test(path);
  });
  return fitting.sort((a, b) => a.split("{").length - b.split("{").length)[0];
}

function escape(pointerPart: string): string {
  return encodeURIComponent(pointerPart.replaceAll("~", "~0").replaceAll("/", "~1"));
}
