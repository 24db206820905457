import { expect, test } from "vitest";

import type { PhotoMeasures } from "~/catalog/photo-measures";

import { rank } from "./choose-references";

const good: PhotoMeasures = {
  ...{ widthPx: 1200, heightPx: 1600, sharpness: 0.5, brightness: 120, highlights: 190, shadows: 40 },
  ...{ burntShare: 0, flatShare: 0, hardEdges: 0, seam: 0.2, hashes: [] },
};
const face = { left: 0.3, top: 0.2, width: 0.3, height: 0.4 };

const photo = (id: string, change: Partial<PhotoMeasures> = {}, faces: (typeof face)[] | null = null) => {
  const measures = { ...good, ...change };
  const { sharpness, brightness, widthPx, heightPx } = measures;
  const known = { preparedKey: id, contentHash: id, referenceRank: null };
  const deviceMeasures = { ...measures, faces };
  return { id, ...known, sharpness, brightness, widthPx, heightPx, measures, deviceMeasures };
};
const order = (photos: Parameters<typeof rank>[0]) => rank(photos).map(({ id }) => id);

test("sharp photos come before blurred and dark ones", () => {
  expect(
    order([photo("dark", { highlights: 20 }), photo("soft", { sharpness: 0.02 }), photo("sharp")])[0],
  ).toBe("sharp");
});

test("of two alike the second comes last, however sharp it is", () => {
  const hashes = ["0123456789abcdef"];
  const others = ["a", "b", "c"].map((id) => photo(id, { sharpness: 0.3 }));
  expect(
    order([photo("one", { hashes }), ...others, photo("copy", { hashes, sharpness: 0.49 })]).at(-1),
  ).toBe("copy");
});

test("what only a browser can see counts against a photo, and never for it", () => {
  expect(order([photo("crowd", {}, [face, face]), photo("alone", {}, [face])])[0]).toBe("alone");
  const boast = photo("boast", { sharpness: 0.1 });
  boast.deviceMeasures.sharpness = 90_000;
  expect(order([boast, photo("honest")])[0]).toBe("honest");
});
