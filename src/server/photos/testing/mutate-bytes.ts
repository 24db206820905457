import fc from "fast-check";
import type { Arbitrary } from "fast-check";

interface Change {
  kind: "flip" | "set" | "insert" | "remove" | "repeat" | "swap" | "cut";
  /** 0..1 of the file; the first part of one, where headers are, is drawn as often as all the rest. */
  at: number;
  length: number;
  byte: number;
}

const share = fc.nat(1_000_000).map((part) => part / 1_000_000);
/** Those that leave everything where it was, so that more of the file is read. */
const common = ["flip", "set", "flip", "set", "swap"] as const;
const change: Arbitrary<Change> = fc.record({
  kind: fc.constantFrom(...common, ...common, "insert", "remove", "repeat", "swap", "cut"),
  at: fc.oneof({ weight: 1, arbitrary: share.map((part) => part * 0.04) }, { weight: 4, arbitrary: share }),
  length: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 400 })),
  byte: fc.oneof(fc.constantFrom(0, 1, 0x7f, 0x80, 0xfe, 0xff), fc.integer({ min: 0, max: 255 })),
});

/** Changes to a file: one to six. The same seed of fast-check draws the same. */
export const changes: Arbitrary<Change[]> = fc.array(change, { minLength: 1, maxLength: 6 });

/** A file with changes made to it, one after another. */
export function mutateBytes(file: Buffer, list: readonly Change[]): Buffer {
  return list.reduce(apply, file);
}

function apply(file: Buffer, { kind, at, length, byte }: Change): Buffer {
  const from = Math.min(file.length - 1, Math.floor(at * file.length));
  if (from < 0) return file;
  const [head, part, rest] = [
    file.subarray(0, from),
    file.subarray(from, from + length),
    file.subarray(from + length),
  ];
  const copy = Buffer.from(part);
  const edits: Record<Change["kind"], () => Buffer[]> = {
    flip: () => [head, Buffer.of((part[0] ?? 0) ^ (1 << (byte & 7))), file.subarray(from + 1)],
    set: () => [head, copy.fill(byte), rest],
    insert: () => [head, Buffer.alloc(length, byte), part, rest],
    remove: () => [head, rest],
    repeat: () => [head, part, part, rest],
    swap: () => [head, copy.reverse(), rest],
    cut: () => [head, part],
  };
  return Buffer.concat(edits[kind]());
}
