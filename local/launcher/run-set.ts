import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { tsCommand } from "./list-parts";

export interface BackgroundSet {
  /** SIGTERM, and wait until everything has ended. */
  stop: () => Promise<void>;
}

/**
 * Runs a set beside another program, as `npm run dev` or `npm run preview` would, and resolves when it is ready.
 *
 * Its lines go to HOME/set.log, and to the terminal until it is ready. It ends with this process, however that ends.
 *
 * @param args the launcher's: `["preview", "--port", "4100"]`
 * @throws Error when it ends before it was ready; its lines say why.
 */
export async function runSet(
  args: string[],
  { root, home }: { root: string; home: string },
): Promise<BackgroundSet> {
  const [program, ...rest] = tsCommand(join(root, "local/main.ts"));
  const child = spawn(program, [...rest, ...args, "--home", home], {
    cwd: root,
    // The channel closes with us, and the launcher then stops.
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const ended = once(child, "close");
  const file = createWriteStream(join(home, "set.log"), { flags: "a" });

  let isReady = false;
  await new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      if (!stream) continue;
      createInterface({ input: stream }).on("line", (line) => {
        file.write(`${line}\n`);
        if (!isReady) console.error(line);
        if (!line.startsWith("Ready on ")) return;
        isReady = true;
        resolve();
      });
    }
    void ended.then(() => {
      reject(new Error("The set ended before it was ready."));
    });
  });

  return {
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
      file.end();
    },
  };
}
