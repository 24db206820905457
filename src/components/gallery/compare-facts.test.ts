import { expect, test } from "vitest";

import { compareFacts } from "./compare-facts";
import type { OpenedPicture } from "./list-facts";

const picture: OpenedPicture = {
  id: "a",
  seed: 7,
  prompt: "a red kite",
  modelId: null,
  modelName: "Ada",
  versionNumber: null,
  negativePrompt: null,
  sourcePictureId: null,
  fluxModel: "flux-2-dev",
  style: "anime",
  aspect: "4:5",
  count: 1,
  steps: 28,
  guidance: null,
  widthPx: 896,
  heightPx: 1120,
  bytes: 1000,
  createdAt: new Date("2026-11-22T10:00:00Z"),
  isFavourite: false,
  share: null,
};

test("marks what differs, and leaves out what none of them has", () => {
  const facts = compareFacts([picture, { ...picture, id: "b", seed: 8, style: "fantasy" }]);
  expect(facts.filter((fact) => fact.differs)).toEqual([
    { name: "Seed", values: ["7", "8"], differs: true },
    { name: "Style", values: ["Anime", "Fantasy"], differs: true },
  ]);
  expect(facts.map((fact) => fact.name)).not.toContain("Guidance");
});

test("a setting that only some have differs", () => {
  const facts = compareFacts([picture, { ...picture, id: "b", guidance: 4 }]);
  expect(facts.find((fact) => fact.name === "Guidance")).toEqual({
    name: "Guidance",
    values: ["Set by the FLUX model", "4"],
    differs: true,
  });
});
