import sharp from "sharp";
import { describe, expect } from "vitest";

import { test } from "~/kysely/testing/test";
import { newId } from "~/server/new-id";
import { answerFile } from "~/server/privacy/answer-file";
import { addModel } from "~/server/testing/people";
import { storeFile } from "~/server/vendors/uploadthing";

import { attachPhoto } from "./attach-photo";
import { preparePhoto } from "./prepare-photo";
import { judgeUpload } from "./testing/judge-upload";
import { listHostile } from "./testing/list-hostile";

/** Harmless ones, of which only the pixels are kept. */
const kept = [
  "JPEG with HTML in a comment",
  "JPEG with HTML behind its end",
  "JPEG and ZIP",
  "JPEG and JavaScript",
  "PNG with a script in its text",
  "PNG with PHP behind its end",
  "WebP with HTML behind its end",
  "EXIF and XMP with scripts",
];

describe("uploads that mean harm", () => {
  // `npm run fuzz:uploads` sends 20,000.
  test("are refused with a reason, or nothing but their pixels is kept", { timeout: 60_000 }, async () => {
    const outcomes = new Map<string, string>();
    for await (const { name, bytes } of listHostile({ count: 150, seed: 7, everyPercent: 20 })) {
      outcomes.set(name, await judgeUpload(bytes));
    }
    expect(outcomes.size).toBe(150);
    expect(kept.map((name) => [name, outcomes.get(name)])).toEqual(kept.map((name) => [name, "kept"]));
    expect(outcomes.get("WebP of 20 frames")).toBe("animated");
    expect(outcomes.get("PNG of 10,000 frames")).toBe("not-a-photo");
    expect(outcomes.get("PNG of 30,000 by 30,000")).toBe("too-many-pixels");
  });

  test(
    "are shown to nobody, or as the JPEG that was made of them",
    { timeout: 60_000 },
    async ({ db, userId }) => {
      const modelId = await addModel(db, { userId, status: "draft" });
      const solid = { create: { width: 600, height: 600, channels: 3, background: "#864" } } as const;
      const files: [string, number, Buffer][] = [
        ["HTML", 404, Buffer.from("<!doctype html><script>alert(1)</script>")],
        ["SVG", 404, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
        [
          "JPEG and HTML",
          302,
          Buffer.concat([await sharp(solid).jpeg().toBuffer(), Buffer.from("<script>")]),
        ],
      ];
      for (const [name, status, bytes] of files) {
        const body = new Uint8Array(bytes);
        // As a browser says it is.
        const key = await storeFile({ name: `${name}.jpg`, type: "image/jpeg", body });
        const upload = { userId, modelId, key, name, bytes: body.length, deviceMeasures: null };
        const photoId = (await attachPhoto(db, upload)) ?? newId();
        const look = (as: string) => answerFile(db, { userId, kind: "photo", id: photoId, as });
        // Before it was looked at there is nothing to see.
        expect((await look("view")).status).toBe(404);
        await preparePhoto(db, { photoId });
        const answer = await look("view");
        expect([name, answer.status]).toEqual([name, status]);
        if (status === 404) continue;

        const shown = await fetch(answer.headers.get("location") ?? "");
        expect(shown.headers.get("content-type")).toBe("image/jpeg");
        const { headers } = await look("download");
        expect(headers.get("content-type")).toBe("image/jpeg");
        expect(headers.get("content-disposition")).toMatch(/^attachment/);
        expect(headers.get("x-content-type-options")).toBe("nosniff");
      }
    },
  );
});
