/**
 * `npm run screens [-- --no-build]`: takes the pictures of docs/screens anew, from the production build with every vendor
 * played and the demo user signed in. Look at them before committing.
 */
import { mkdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

import type { Page } from "@playwright/test";
import sharp from "sharp";

import { openPreview, root } from "./preview-set";

interface Screen {
  name: string;
  path: string;
  width: 390 | 1280;
  scheme: "light" | "dark";
  /** What is done on the page first. */
  act?: (page: Page) => Promise<void>;
}

const folder = join(root, "docs/screens");

const openFirstPicture = async (page: Page) => {
  await page
    .getByRole("button", { name: /^Open: / })
    .first()
    .click();
  await page.getByRole("dialog").getByText("Seed").waitFor();
};
const openFirstModel = async (page: Page) => {
  await page.getByRole("link", { name: /Maya/ }).first().click();
  await page.getByTestId("model-status").waitFor();
};
const openPacks = async (page: Page) => {
  await page.getByRole("button", { name: "Packs" }).click();
  await page.getByRole("dialog").getByRole("img", { includeHidden: true }).first().waitFor();
};

const screens: Screen[] = [
  { name: "landing", path: "/", width: 1280, scheme: "light" },
  { name: "landing-phone-dark", path: "/", width: 390, scheme: "dark" },
  { name: "pricing", path: "/pricing", width: 1280, scheme: "light" },
  { name: "studio", path: "/studio", width: 1280, scheme: "light" },
  { name: "studio-dark", path: "/studio", width: 1280, scheme: "dark" },
  { name: "studio-phone", path: "/studio", width: 390, scheme: "light" },
  { name: "gallery", path: "/gallery", width: 1280, scheme: "light" },
  { name: "gallery-phone-dark", path: "/gallery", width: 390, scheme: "dark" },
  { name: "picture", path: "/gallery", width: 1280, scheme: "dark", act: openFirstPicture },
  { name: "models", path: "/models", width: 1280, scheme: "light" },
  { name: "model-phone", path: "/models", width: 390, scheme: "light", act: openFirstModel },
  { name: "new-model", path: "/models/new", width: 1280, scheme: "light" },
  { name: "plan", path: "/plan", width: 1280, scheme: "dark" },
  { name: "packs-phone", path: "/studio", width: 390, scheme: "light", act: openPacks },
  { name: "privacy-phone-dark", path: "/privacy", width: 390, scheme: "dark" },
];

const preview = await openPreview({ edge: false, build: !process.argv.includes("--no-build") });
try {
  await mkdir(folder, { recursive: true });
  for (const screen of screens) await take(preview.page, screen);
} finally {
  await preview.close();
}

async function take(page: Page, { name, path, width, scheme, act }: Screen): Promise<void> {
  await page.setViewportSize({ width, height: width === 390 ? 844 : 860 });
  await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
  await page.goto(path);
  await act?.(page);
  await page.waitForLoadState("networkidle");
  // Pictures fade in after they have loaded.
  await page.waitForFunction(
    "!document.querySelector('[data-slot=picture-frame][data-state=waiting] img[loading=eager]')",
  );
  const file = join(folder, `${name}.webp`);
  await writeFile(
    file,
    await sharp(await page.screenshot())
      .webp({ quality: 72 })
      .toBuffer(),
  );
  console.log(`${name}.webp, ${Math.round((await stat(file)).size / 1024)} KiB`);
}
