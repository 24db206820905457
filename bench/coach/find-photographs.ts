import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

import { renderedPhotos } from "~/local/photos/rendered-photos";

const run = promisify(execFile);

/** Debian packages with photographs in them, and which of their files are photographs (of bookworm, 2026-11-22). */
const packages = [
  {
    name: "lomiri-wallpapers-16.04",
    folder: "usr/share/backgrounds",
    isPhotograph: (file: string) => /\.jpg$/.test(file) && !/analogpattern|umang|warty/.test(file),
  },
  {
    name: "mate-backgrounds",
    folder: "usr/share/backgrounds/mate/nature",
    isPhotograph: (file: string) => /\.jpg$/.test(file) && file !== "Wood.jpg",
  },
];

/**
 * The photographs that a labelled set is made of: out of two Debian packages (fetched once into `cache` with apt-get,
 * which asks for no rights) and this repository's own rendered portraits. Without apt only the portraits.
 */
export async function findPhotographs(cache: string): Promise<string[]> {
  const found = [...renderedPhotos];
  for (const { name, folder, isPhotograph } of packages) {
    const unpacked = join(cache, name);
    if (!existsSync(unpacked)) await unpack(cache, name).catch((error: unknown) => warn(name, error));
    const files = await readdir(join(unpacked, folder)).catch(() => []);
    found.push(...files.filter(isPhotograph).map((file) => join(unpacked, folder, file)));
  }
  return found;
}

async function unpack(cache: string, name: string): Promise<void> {
  const downloads = join(cache, "downloads");
  await mkdir(downloads, { recursive: true });
  await run("apt-get", ["download", "-q", name], { cwd: downloads });
  const deb = (await readdir(downloads)).find((file) => file.startsWith(`${name}_`));
  if (deb === undefined) throw new Error("apt-get downloaded nothing");
  await run("dpkg-deb", ["-x", join(downloads, deb), join(cache, name)]);
}

function warn(name: string, error: unknown): void {
  console.error(`no photographs of Debian's ${name}: ${error instanceof Error ? error.message : "unknown"}`);
}
