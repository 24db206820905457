import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../../testing/free-port";
import { FileRecord } from "../file-record";
import { token } from "./start-app";

const main = fileURLToPath(new URL("../main.ts", import.meta.url));

/** The vendor as a process of its own, to be killed and started again on the same port and folder. */
export async function prepareChild() {
  const home = await mkdtemp(join(tmpdir(), "uploadthing-home-"));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  let child: ChildProcess | undefined;

  async function kill(signal: NodeJS.Signals): Promise<void> {
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill(signal);
    await gone;
  }

  return {
    origin,
    kill,
    pid: () => child?.pid,
    /** What the child has kept of a file: the one witness that outlives it. */
    readRecord: async (key: string) =>
      FileRecord.parse(
        JSON.parse(await readFile(join(home, "uploadthing", "records", `${key}.json`), "utf8")),
      ),
    start: async () => {
      const env = {
        ...process.env,
        LIKENESS_HOME: home,
        LOCAL_UPLOADTHING_PORT: String(port),
        UPLOADTHING_TOKEN: token,
      };
      const spawned = spawn(process.execPath, ["--import", "tsx", main], {
        env,
        stdio: ["ignore", "pipe", "inherit"],
      });
      child = spawned;
      await new Promise<void>((resolve) => {
        spawned.stdout.on("data", (text: Buffer) => {
          if (String(text).includes("listening on")) resolve();
        });
      });
    },
    close: async () => {
      await kill("SIGTERM");
      await rm(home, { recursive: true });
    },
  };
}
