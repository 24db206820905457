import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/** What a set writes into its home: these names, alone or with an ending ("postgres", "postgres.log"). */
const ours =
  /^(postgres|neon|clerk|uploadthing|together|inngest|lemonsqueezy|secrets|addresses|refused|seeded)([.-].*)?$/;

/** Removes all state of a set from its home. Knows it by name, so that a folder given by mistake loses nothing else. */
export async function emptyHome(home: string): Promise<void> {
  const names = await readdir(home);
  await Promise.all(
    names
      .filter((name) => ours.test(name))
      .map((name) => rm(join(home, name), { recursive: true, force: true })),
  );
}
