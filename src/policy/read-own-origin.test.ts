import { expect, test } from "vitest";

import { readOwnOrigin } from "./read-own-origin";

test.each([
  ["https://likeness.example", { host: "likeness.example" }],
  ["http://likeness.example:8080", { host: "likeness.example:8080", "x-forwarded-proto": "http" }],
  ["https://likeness.example", { host: "node:3000", "x-forwarded-host": "likeness.example" }],
  [
    "https://likeness.example",
    { host: "node", "x-forwarded-host": "likeness.example, cdn", "x-forwarded-proto": "https, http" },
  ],
  ["https://likeness.example", { host: "likeness.example:443" }],
  ["https://node.internal", {}],
  ["null", { host: "no host" }],
])("the origin that was asked for is %s", (origin, headers) => {
  const url = "https://node.internal/studio";
  expect(readOwnOrigin({ url, headers: new Headers(headers as Record<string, string>) })).toBe(origin);
});
