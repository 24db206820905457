import { rename, writeFile } from "node:fs/promises";

/** Writes a private file (mode 0600) so that a reader, or a crash, never meets half of it. */
export async function writeFileAtomically(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}.tmp`;
  await writeFile(draft, text, { mode: 0o600 });
  await rename(draft, file);
}
