import { expect, test } from "vitest";

import { checkReceipt } from "./check-receipt";
import type { Receipt } from "./receipt";
import { signReceipt } from "./sign-receipt";

const hash = "0123456789abcdef".repeat(4);
const receipt: Receipt = {
  format: "likeness-erasure-receipt/1",
  id: "019ab000-0000-7000-8000-000000000000",
  scope: "account",
  subjectHash: hash,
  requestedBy: "user",
  requestedAt: "2026-11-22T10:00:00.000Z",
  finishedAt: "2026-11-22T10:01:00.000Z",
  rows: { photo: 12 },
  confirmations: [],
  kept: [],
};

test("a receipt that we signed is genuine, however it is indented or ordered", async () => {
  const signed = await signReceipt(receipt);
  for (const text of [JSON.stringify(signed), JSON.stringify(signed, null, 2)]) {
    expect(await checkReceipt(text)).toEqual({ verdict: "genuine", receipt });
  }
  const { signature } = signed;
  const reordered = { signature, receipt: Object.fromEntries(Object.entries(receipt).toReversed()) };
  expect(await checkReceipt(JSON.stringify(reordered))).toMatchObject({ verdict: "genuine" });
});

test("no bit of it can be flipped", { timeout: 60_000 }, async () => {
  const bytes = new TextEncoder().encode(JSON.stringify(await signReceipt(receipt), null, 1));
  for (let at = 0; at < bytes.length; at++) {
    // Of each byte the bit that tells upper from lower case, and two that move on.
    for (const bit of [5, at % 8, (at + 3) % 8]) {
      const flipped = bytes.slice();
      flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
      const { verdict } = await checkReceipt(new TextDecoder().decode(flipped));
      if (verdict === "genuine") throw new Error(`Bit ${bit} of byte ${at} does not matter.`);
    }
  }
});

test("another product's receipt, another's key and what is none are told apart", async () => {
  const signed = await signReceipt(receipt);
  const foreign = structuredClone(signed);
  foreign.signature.publicKey = hash;
  expect(await checkReceipt(JSON.stringify(foreign))).toEqual({ verdict: "not-ours" });
  expect(await checkReceipt('{"deletionReceipt":{"vendor":"Other"},"sig":"…"}')).toEqual({
    verdict: "not-ours",
  });
  expect(await checkReceipt("null")).toEqual({ verdict: "not-ours" });
  expect(await checkReceipt("Dear user")).toEqual({ verdict: "unreadable" });
  expect(await checkReceipt(JSON.stringify({ ...signed, receipt: { ...receipt, scope: "model" } }))).toEqual({
    verdict: "altered",
  });
  expect(await checkReceipt(JSON.stringify({ ...signed, receipt: { ...receipt, more: 1 } }))).toEqual({
    verdict: "altered",
  });
});
