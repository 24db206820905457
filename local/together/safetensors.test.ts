import { expect, test } from "vitest";

import { decodeSafetensors, encodeSafetensors } from "./safetensors";

const file = encodeSafetensors({
  metadata: { format: "pt" },
  tensors: new Map([
    ["a", { dtype: "F32", shape: [2, 1], data: new Uint8Array(8).fill(1) }],
    ["b", { dtype: "U8", shape: [3], data: new Uint8Array([7, 8, 9]) }],
  ]),
});

test("begins as the format says: little-endian length, JSON, then the bytes", () => {
  const length = Number(file.readBigUInt64LE());
  expect(length % 8).toBe(0);
  expect(JSON.parse(file.toString("utf8", 8, 8 + length))).toEqual({
    __metadata__: { format: "pt" },
    a: { dtype: "F32", shape: [2, 1], data_offsets: [0, 8] },
    b: { dtype: "U8", shape: [3], data_offsets: [8, 11] },
  });
  expect([...file.subarray(-3)]).toEqual([7, 8, 9]);
});

test("reads back what it wrote", () => {
  const { metadata, tensors } = decodeSafetensors(file);
  expect(metadata).toEqual({ format: "pt" });
  expect([...(tensors.get("b")?.data ?? [])]).toEqual([7, 8, 9]);
});

test.each([0, 4, 20, file.byteLength - 1])("refuses a file cut off at %i bytes", (bytes) => {
  expect(() => decodeSafetensors(file.subarray(0, bytes))).toThrow();
});
