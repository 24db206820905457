import type { Page } from "@playwright/test";

/** Makes the studio ask for one picture a press. */
export async function openStudio(page: Page): Promise<void> {
  await page.goto("/studio");
  await page.getByLabel("Prompt").fill("a quiet harbour at dawn");
  await page.getByRole("radio", { name: "1", exact: true }).click();
}

/** Presses Generate. @returns when, in ms since the epoch, by the browser's clock at the press itself. */
export async function pressGenerate(page: Page): Promise<number> {
  const button = page.getByRole("button", { name: "Generate" });
  return button.evaluate((element) => {
    const at = performance.timeOrigin + performance.now();
    (element as HTMLButtonElement).click();
    return at;
  });
}
