import { expect, test } from "vitest";

import { proveRequestId, readProvenId, requestIdHeader, requestProofHeader } from "./request-proof";

const id = "0197f000-0000-7000-8000-000000000001";
const headersOf = (said: string, proof: string) =>
  new Headers({ [requestIdHeader]: said, [requestProofHeader]: proof });

test("an id is taken from our own worker, and from nobody else", async () => {
  const proof = await proveRequestId(id, "a secret of ours");
  expect(await readProvenId(headersOf(id, proof), "a secret of ours")).toBe(id);

  expect(await readProvenId(headersOf(id, proof), "another secret")).toBeUndefined();
  expect(await readProvenId(headersOf("of a visitor", proof), "a secret of ours")).toBeUndefined();
  expect(await readProvenId(headersOf(id, "f".repeat(64)), "a secret of ours")).toBeUndefined();
  for (const nonsense of ["", "f".repeat(63), "not hex"]) {
    expect(await readProvenId(headersOf(id, nonsense), "a secret of ours")).toBeUndefined();
  }
  expect(await readProvenId(new Headers({ [requestIdHeader]: id }), "a secret of ours")).toBeUndefined();
});
