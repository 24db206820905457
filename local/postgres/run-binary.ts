import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { reachFolder } from "./workplace";
import type { Workplace } from "./workplace";

/** Postgres reads its messages' language and the log's clock from the environment; neither should depend on the laptop. */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { ...process.env, LC_ALL: "C", TZ: "UTC" };
  delete environment["PGDATA"];
  return environment;
}

/** What to run: `args` gets the server's folder as the process will see it; `input` is fed to its standard input. */
export interface Command {
  binary: string;
  args: (folder: string) => string[];
  input?: string;
}

/** Runs one of Postgres's programs to its end. Throws with what it wrote to its error output unless it ends well. */
export async function runBinary(workplace: Workplace, command: Command): Promise<void> {
  const reach = reachFolder(workplace);
  try {
    const child = spawn(command.binary, command.args(reach.path), {
      ...workplace.account,
      cwd: workplace.folder,
      env: serverEnvironment(),
      stdio: ["pipe", "ignore", "pipe", reach.descriptor ?? "ignore"],
    });
    const { stdin, stderr } = child;
    if (!stdin || !stderr) throw new Error(`${command.binary} was started without pipes.`);
    // A program that ends before it read all its input is reported by its exit code, not by the broken pipe.
    stdin.on("error", () => undefined);
    stdin.end(command.input ?? "");
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    });
    const [code, complaint] = await Promise.all([ended, text(stderr)]);
    if (code !== 0) throw new Error(`${command.binary} ended with ${String(code)}: ${complaint.trim()}`);
  } finally {
    reach.close();
  }
}
