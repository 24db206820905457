import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { startInngest } from "~/local/inngest/start-inngest";
import { freePort } from "~/local/testing/free-port";
import { startTogether } from "~/local/together/start-together";
import { startUploadThing } from "~/local/uploadthing/start-uploadthing";
import { readToken } from "~/local/uploadthing/token";

const ROOT = fileURLToPath(new URL("../../../..", import.meta.url));
const read = (name: string) => process.env[name] ?? ""; // eslint-disable-line no-restricted-properties -- what follows changes them

/**
 * Storage, trainer and executor of a test file's own, to be spoiled without spoiling another's, and the product's
 * function in a process that can be killed. Call it before anything imports `~/env`.
 */
export async function openStage() {
  const folder = await mkdtemp(join(tmpdir(), "likeness-erasure-"));
  const dir = (name: string) => join(folder, name);
  const port = await freePort();
  const { apiKey, appId } = readToken(read("UPLOADTHING_TOKEN"));
  const uploadthing = await startUploadThing({ port: 0, dir: dir("uploadthing"), apiKey, appId });
  const together = await startTogether({
    port: 0,
    dir: dir("together"),
    apiKey: read("TOGETHER_API_KEY"),
    trainingMs: 1500,
    claimMs: 10,
  });
  const inngest = await startInngest({
    port: 0,
    dir: dir("inngest"),
    appUrl: `http://localhost:${port}/api/inngest`,
    retryMs: 20,
    timeScale: 0.02,
    syncMs: 100,
  });
  // eslint-disable-next-line no-restricted-properties -- before it is parsed
  Object.assign(process.env, {
    UPLOADTHING_INGEST_URL: uploadthing.origin,
    UPLOADTHING_API_URL: uploadthing.origin,
    UPLOADTHING_UFS_HOST: new URL(uploadthing.origin).host,
    TOGETHER_BASE_URL: `${together.origin}/v1`,
    INNGEST_DEV: inngest.origin,
  });

  let app: ChildProcess | undefined;
  const kill = async () => {
    if (app?.exitCode !== null || app.signalCode !== null) return;
    const gone = once(app, "exit");
    app.kill("SIGKILL");
    await gone;
  };
  return {
    uploadthing,
    startApp: async () => {
      const file = fileURLToPath(new URL("serve-erase.ts", import.meta.url));
      app = spawn(process.execPath, ["--import", "tsx", file, String(port)], {
        cwd: ROOT,
        stdio: ["ignore", "pipe", "inherit"],
      });
      if (app.stdout) await once(app.stdout, "data");
    },
    killApp: kill,
    /** Names of all that storage has on disk. */
    listStored: () => readdir(dir("uploadthing/bytes")),
    /** Names of the weights that the trainer has on disk. */
    listWeights: async () => {
      const names = await readdir(dir("together"), { recursive: true });
      return names.filter((name) => name.endsWith(".safetensors"));
    },
    close: async () => {
      await kill();
      await Promise.all([uploadthing.close(), together.close(), inngest.close()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}
