/** Every way in which a request for a picture can go wrong, with the part of the provider that it strikes. */
const kinds = [
  { on: "images", kind: "status", status: 429 },
  { on: "images", kind: "status", status: 500 },
  { on: "images", kind: "status", status: 503 },
  { on: "images", kind: "hang" },
  { on: "images", kind: "delay", ms: 1500 },
  { on: "images", kind: "garbage" },
  { on: "images", kind: "policy" },
  { on: "images", kind: "drop" },
  { on: "picture", kind: "garbage" },
  { on: "picture", kind: "shrink" },
] as const;

/** Faults of every kind that together strike this share (0..1) of requests, by chance. */
export function faultsOfEveryKind(share: number) {
  return kinds.map((fault) => ({ ...fault, share: share / kinds.length }));
}
