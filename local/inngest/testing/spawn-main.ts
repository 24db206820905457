import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

/** The executor as its own process, as the launcher starts it; `kill` is SIGKILL. */
export async function spawnMain(options: { home: string; port: number; appUrl: string }) {
  const child = spawn(process.execPath, ["--import", "tsx", "local/inngest/main.ts"], {
    cwd: ROOT,
    env: {
      ...process.env,
      LIKENESS_HOME: options.home,
      LOCAL_INNGEST_PORT: String(options.port),
      LOCAL_INNGEST_APP_URL: options.appUrl,
      LOCAL_INNGEST_RETRY_MS: "20",
      LOCAL_INNGEST_TIME_SCALE: "0.05",
      LOCAL_INNGEST_SYNC_MS: "100",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const exited = once(child, "exit");
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes("listening on")) resolve();
    });
    child.stderr.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
    void exited.then(() => {
      reject(new Error(`The executor stopped: ${output}`));
    });
  });
  await ready;

  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await exited;
  };
  return {
    origin: `http://localhost:${options.port}`,
    output: () => output,
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
  };
}
