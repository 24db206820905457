import type { Owner } from "./add-owner";

/** One way to knock at a door, and the status that each kind of person is to get. */
export interface Knock {
  /** What stands in for the door's `[…]`. */
  params?: (owner: Owner) => Record<string, string>;
  /** With its question mark. */
  query?: string;
  headers?: Record<string, string>;
  body?: (owner: Owner) => string;
  signedOut: number;
  stranger: number;
  /** Shows that the door opens for somebody. */
  owner: number;
}

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "HEAD" | "OPTIONS";

const all = (status: number) => ({ signedOut: status, stranger: status, owner: status });
const json = { "content-type": "application/json" };

const file = (kind: "picture" | "photo", as: string): Knock => ({
  params: ({ pictureId, photoId }) => ({ kind, id: kind === "picture" ? pictureId : photoId }),
  query: `?as=${as}`,
  ...{ signedOut: 404, stranger: 404 },
  // No file stands behind the row: storage says so when it is asked.
  owner: as === "download" ? 404 : 302,
});

const upload = ({ draftId }: Owner) =>
  JSON.stringify({
    files: [{ name: "a.jpg", size: 1000, type: "image/jpeg", lastModified: 1 }],
    input: { json: { modelId: draftId, measures: null }, modelId: draftId, measures: null },
  });

const nowhere = () => ({ token: "A".repeat(24) });
const link = ({ shareToken }: Owner) => ({ token: shareToken });

/** Every door: the folder of its route.ts, its methods, and how each is tried. */
export const doorRows: Record<string, Partial<Record<Method, Knock[]>>> = {
  "export/[id]": {
    GET: [{ params: ({ exportId }) => ({ id: exportId }), signedOut: 401, stranger: 404, owner: 200 }],
  },
  "files/[kind]/[id]": {
    GET: [
      ...["view", "thumbnail", "download"].map((as) => file("picture", as)),
      ...["view", "thumbnail", "download"].map((as) => file("photo", as)),
      { params: ({ pictureId }) => ({ kind: "picture", id: pictureId }), query: "?as=raw", ...all(404) },
      { params: ({ pictureId }) => ({ kind: "photo", id: pictureId }), ...all(404) },
    ],
  },
  "health/live": { GET: [all(200)] },
  "health/ready": { GET: [all(200)] },
  ledger: { GET: [{ signedOut: 401, stranger: 200, owner: 200 }] },
  live: { GET: [{ signedOut: 401, stranger: 200, owner: 200 }] },
  "prompt-help": {
    POST: [
      {
        body: () => '{"prompt":"a kite","style":"anime","subject":null}',
        signedOut: 401,
        stranger: 200,
        owner: 200,
      },
      { body: () => "{", signedOut: 401, stranger: 400, owner: 400 },
    ],
  },
  "receipts/check": { POST: [{ body: () => "{}", ...all(200) }] },
  "receipts/keys": { GET: [all(200)] },
  "share-cards/[token]": {
    GET: [
      { params: nowhere, ...all(404) },
      { params: link, ...all(404) },
    ],
  },
  "shared/[token]": {
    GET: [
      { params: nowhere, ...all(404) },
      // The link is the key: 144 random bits.
      { params: link, ...all(302) },
    ],
  },
  "trpc/[trpc]": {
    GET: [
      { params: () => ({ trpc: "models.list" }), signedOut: 401, stranger: 200, owner: 200 },
      { params: () => ({ trpc: "no.such" }), ...all(404) },
    ],
    POST: [
      {
        params: () => ({ trpc: "models.delete" }),
        body: ({ modelId }) => JSON.stringify({ json: { modelId } }),
        headers: json,
        ...{ signedOut: 401, stranger: 404, owner: 200 },
      },
    ],
  },
  uploadthing: {
    GET: [all(200)],
    POST: [
      {
        query: "?actionType=upload&slug=photo",
        headers: { ...json, "x-uploadthing-package": "@uploadthing/react", "x-uploadthing-version": "7.7.4" },
        body: upload,
        ...{ signedOut: 403, stranger: 404, owner: 200 },
      },
      // A callback that storage has not signed.
      {
        query: "?slug=photo",
        headers: { ...json, "uploadthing-hook": "callback", "x-uploadthing-signature": "hmac-sha256=00" },
        body: () => "{}",
        ...all(400),
      },
    ],
  },
  "webhooks/clerk": {
    POST: [{ body: ({ userId }) => `{"type":"user.deleted","data":{"id":"${userId}"}}`, ...all(401) }],
  },
  "webhooks/lemonsqueezy": { POST: [{ headers: { "x-signature": "00" }, body: () => "{}", ...all(401) }] },
  "zip/[id]": {
    GET: [{ params: ({ zipId }) => ({ id: zipId }), signedOut: 404, stranger: 404, owner: 200 }],
  },
  // Tried with Inngest's keys set, as in production: inngest-door.test.ts.
  inngest: { GET: [], POST: [], PUT: [] },
};
