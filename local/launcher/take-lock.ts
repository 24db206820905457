import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import * as z from "zod";
import { identifyProcess, isStillRunning, ProcessIdentity } from "./identify-process";
import { writeFileAtomically } from "./write-file-atomically";

const Lock = ProcessIdentity.extend({ children: z.array(ProcessIdentity) });

export interface HeldLock {
  /** What an earlier holder, which ended without cleaning up, had running. */
  leftovers: ProcessIdentity[];
  /** Writes down what would have to be stopped if this process died without doing so. */
  record: (children: readonly ProcessIdentity[]) => Promise<void>;
  release: () => Promise<void>;
}

/**
 * Takes a lock file for this process; a file whose holder is gone is taken over.
 *
 * @throws Error saying `complaint` and the holder's pid when another process holds it.
 */
export async function takeLock(file: string, complaint: string): Promise<HeldLock> {
  const self = identifyProcess(process.pid);
  if (!self) throw new Error("This process cannot find itself in the list of processes.");

  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const before = await readLock(file);
  if (before && isStillRunning(before)) throw new Error(`${complaint} (held by process ${before.pid})`);
  await rm(file, { force: true });
  // `wx` lets one of two that start at the same moment through.
  await writeFile(file, JSON.stringify({ ...self, children: [] }), { flag: "wx", mode: 0o600 }).catch(
    (cause: unknown) => {
      throw new Error(complaint, { cause });
    },
  );

  return {
    leftovers: before?.children ?? [],
    record: (children) => writeFileAtomically(file, JSON.stringify({ ...self, children })),
    release: () => rm(file, { force: true }),
  };
}

async function readLock(file: string): Promise<z.infer<typeof Lock> | undefined> {
  const text = await readFile(file, "utf8").catch(() => "null");
  try {
    return Lock.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
