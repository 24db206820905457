import { lookAtPhoto } from "./look-at-photo";
import type { LookAnswer, LookRequest } from "./seen-photo";

/** One after the other: a phone holds one decoded photo in memory. */
let last: Promise<unknown> = Promise.resolve();

self.addEventListener("message", ({ data: { id, file, type } }: MessageEvent<LookRequest>) => {
  last = last.then(async () => {
    const seen = await lookAtPhoto(file, type).catch(() => null);
    const answer: LookAnswer = { id, seen };
    self.postMessage(answer);
  });
});
