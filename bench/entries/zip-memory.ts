import { alone, held } from "../measurement";
import type { Entry } from "../measurement";
import { withDatabase } from "../open-database";
import type { Preview } from "../preview-set";
import { watchMemory } from "../read-memory";

const PICTURES = 1_000;
/** What a megapixel JPEG of FLUX.2 takes. */
const BYTES = 300_000;

/**
 * How much more memory the server holds at most while it makes a ZIP of 1,000 pictures than when it is idle. Goal: at most
 * 64 MB. Held against the same pictures downloaded one by one in the same run.
 */
export const zipMemory: Entry = {
  name: "zip-memory",
  needs: "preview",
  measure: async (preview) => {
    const { fillGallery } = await import("../../e2e/fixtures/fill-gallery");
    const ids = await withDatabase((db, userId) =>
      fillGallery(db, { userId, count: PICTURES, files: { count: PICTURES, bytes: BYTES } }),
    );
    // A server that has served: Node keeps the buffers of its first downloads whatever they were.
    await downloadEach(preview, ids);

    const { node } = preview.pids;
    const began = performance.now();
    let bytes = 0;
    const zip = await watchMemory(node, async () => {
      bytes = await downloadZip(preview, ids);
    });
    const seconds = (performance.now() - began) / 1000;
    const each = await watchMemory(node, () => downloadEach(preview, ids));
    return {
      "zip-memory.over-idle": held(zip, "MB", { name: "one by one", value: each }),
      "zip-memory.size": alone(bytes / 1024 / 1024, "MB"),
      "zip-memory.time": alone(seconds, "s"),
    };
  },
};

/** Prepares a ZIP and reads it to its end. @returns its bytes. */
async function downloadZip(preview: Preview, pictureIds: string[]): Promise<number> {
  const { page } = preview;
  const prepared = await page.request.post("/api/trpc/pictures.zip", { data: { json: { pictureIds } } });
  const answer = (await prepared.json()) as { result: { data: { json: { zipId: string } } } };
  return read(preview, `/api/zip/${answer.result.data.json.zipId}`);
}

async function downloadEach(preview: Preview, ids: string[]): Promise<void> {
  for (const id of ids) await read(preview, `/api/files/picture/${id}?as=download`);
}

/** Without keeping it: Playwright's own requests would hold the whole answer. */
async function read({ page, ports }: Preview, path: string): Promise<number> {
  const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const answer = await fetch(`http://localhost:${ports.app}${path}`, { headers: { cookie } });
  if (!answer.ok || !answer.body) throw new Error(`${path} answered ${answer.status}.`);
  let bytes = 0;
  for await (const piece of answer.body) bytes += (piece as Uint8Array).byteLength;
  return bytes;
}
