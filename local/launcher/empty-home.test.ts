import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { emptyHome } from "./empty-home";

test("removes what a set has written, and nothing else", async () => {
  const home = await mkdtemp(join(tmpdir(), "likeness-home-"));
  for (const folder of ["postgres", "together", "holiday-photos"])
    await mkdir(join(home, folder, "inner"), { recursive: true });
  for (const file of [
    "secrets.json",
    "addresses.json",
    "refused.log",
    "seeded",
    "postgres.log",
    "launcher.lock",
    "clerks.txt",
  ]) {
    await writeFile(join(home, file), "");
  }

  await emptyHome(home);

  expect((await readdir(home)).toSorted()).toEqual(["clerks.txt", "holiday-photos", "launcher.lock"]);
  await rm(home, { recursive: true });
});
