import { beforeEach, describe, expect, test } from "vitest";

import { photoRules } from "~/catalog/photo-rules";

import { arrangePhotos } from "./arrange-photos";
import type { ListedPhoto } from "./listed-photo";
import { noteListed } from "./note-listed";
import { sumUpUploads } from "./sum-up-uploads";
import { useUploads } from "./uploads-store";
import type { Upload } from "./uploads-store";

const photo = (id: string, change: Partial<ListedPhoto> = {}): ListedPhoto => ({
  id,
  status: "ready",
  name: `${id}.jpg`,
  bytes: 4,
  widthPx: 900,
  heightPx: 900,
  contentHash: null,
  measures: null,
  faces: null,
  referenceRank: null,
  refusal: null,
  createdAt: new Date(0),
  ...change,
});

const upload = (id: string, change: Partial<Upload> = {}): Upload => ({
  id,
  modelId: "ada",
  file: new File(["0123"], `${id}.jpg`),
  state: "uploading",
  percent: 40,
  reason: null,
  canRetry: false,
  type: "image/jpeg",
  contentHash: id,
  seen: null,
  previewUrl: `blob:${id}`,
  photoId: null,
  isListed: false,
  ...change,
});

describe("the set that the user sees", () => {
  test("keeps each photo at its place and under its key from the drop to the finished photo", () => {
    const uploads = [upload("a"), upload("b", { state: "uploaded", photoId: "p2" })];
    const before = arrangePhotos([photo("p1")], uploads);
    const after = arrangePhotos(
      [photo("p1"), photo("p2"), photo("p3")],
      [upload("a", { state: "uploaded", photoId: "p3" }), upload("b", { state: "uploaded", photoId: "p2" })],
    );

    expect(before.tiles.map(({ key, state }) => [key, state])).toEqual([
      ["p1", "ready"],
      ["a", "uploading"],
      ["b", "checking"],
    ]);
    expect(after.tiles.map(({ key, state }) => [key, state])).toEqual([
      ["p1", "ready"],
      ["a", "ready"],
      ["b", "ready"],
    ]);
  });

  test("shows the thumbnail where this tab has no picture of its own, and none while the server still checks", () => {
    const { tiles } = arrangePhotos([photo("p1"), photo("p2", { status: "uploaded" })], []);
    expect(tiles.map(({ state, src }) => ({ state, src }))).toEqual([
      { state: "ready", src: "/api/files/photo/p1?as=thumbnail" },
      { state: "checking", src: undefined },
    ]);
  });

  test("names what was refused, here or by the server, and counts none of it", () => {
    const set = arrangePhotos(
      [photo("p1"), photo("p2", { status: "refused", refusal: "damaged" })],
      [upload("a", { state: "refused", reason: "Same photo as b.jpg. It is added once." })],
    );
    expect(set.problems.map(({ name, reason }) => [name, reason])).toEqual([
      ["p2.jpg", expect.stringContaining("damaged")],
      ["a.jpg", "Same photo as b.jpg. It is added once."],
    ]);
    expect(set).toMatchObject({ count: 1, moving: 0, room: photoRules.maxCount - 1 });
  });

  test("a place is taken by what is on its way, once", () => {
    const photos = Array.from({ length: 17 }, (_, index) => photo(`p${index}`));
    const uploads = [
      upload("a", { state: "uploaded", photoId: "p0" }),
      upload("b", { state: "uploaded", photoId: "p17" }),
      upload("c", { state: "waiting" }),
      upload("d", { state: "failed" }),
    ];
    expect(arrangePhotos(photos, uploads)).toMatchObject({ count: 17, room: 1, moving: 1 });
  });
});

describe("what the server's list says of this tab's uploads", () => {
  const states = () => useUploads.getState().uploads.map(({ id, state, photoId }) => [id, state, photoId]);

  beforeEach(() => {
    useUploads.setState({ uploads: [] });
  });

  test("one that was listed and is no more was removed elsewhere", () => {
    useUploads.setState({ uploads: [upload("a", { state: "uploaded", photoId: "p1" })] });
    noteListed("ada", []);
    expect(states()).toEqual([["a", "uploaded", "p1"]]);

    noteListed("ada", [photo("p1")]);
    noteListed("ada", []);
    expect(states()).toEqual([]);
  });

  test("one whose answer was lost has arrived when an unknown photo of its name and size is there", () => {
    useUploads.setState({ uploads: [upload("a", { state: "failed" }), upload("b", { state: "failed" })] });
    noteListed("ada", [photo("p1", { name: "a.jpg", bytes: 4 }), photo("p2", { name: "b.jpg", bytes: 5 })]);
    expect(states()).toEqual([
      ["a", "uploaded", "p1"],
      ["b", "failed", null],
    ]);
  });
});

test.each([
  [[], ""],
  [["uploaded", "uploading", "waiting"], "1 of 3 uploaded."],
  [["uploaded", "refused"], "1 of 1 uploaded. 1 file was not added."],
  [["refused", "refused", "failed"], "0 of 1 uploaded. 1 file did not get through. 2 files were not added."],
] as [Upload["state"][], string][])("sums up %j as %s", (states, sentence) => {
  expect(sumUpUploads(states.map((state, index) => upload(`${index}`, { state })))).toBe(sentence);
});
