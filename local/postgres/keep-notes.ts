import fs from "node:fs";
import path from "node:path";
import * as z from "zod";
import { ProcessIdentity, identifyProcess, isStillRunning } from "../launcher/identify-process";

const Notes = z.object({
  server: ProcessIdentity,
  /** The process that started or adopted the server and will stop it. */
  keeper: ProcessIdentity,
  /** What stops the server when its keeper is killed; see `watch-keeper.ts`. */
  watcher: ProcessIdentity.optional(),
});

/** Who runs and looks after the server of a folder. */
export type Notes = z.infer<typeof Notes>;

/** Notes that this process looks after the server `pid`, so that the next one knows what it finds running. */
export function writeNotes(folder: string, pid: { server: number; watcher: number | undefined }): void {
  const identify = (id: number | undefined) => (id === undefined ? undefined : identifyProcess(id));
  const notes = {
    server: identify(pid.server),
    keeper: identify(process.pid),
    watcher: identify(pid.watcher),
  };
  const unfinished = `${notesFile(folder)}.new`;
  fs.writeFileSync(unfinished, JSON.stringify(notes), { mode: 0o600 });
  fs.renameSync(unfinished, notesFile(folder));
}

/** What is noted of the server of a folder, or undefined when none is running. */
export function readNotes(folder: string): Notes | undefined {
  if (!fs.existsSync(notesFile(folder))) return undefined;
  const notes = Notes.safeParse(JSON.parse(fs.readFileSync(notesFile(folder), "utf8"))).data;
  return notes && isStillRunning(notes.server) ? notes : undefined;
}

function notesFile(folder: string): string {
  return path.join(folder, "processes.json");
}
