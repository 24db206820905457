import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

import { demoUser } from "~/local/seed/demo-user";

import { openSession } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

const looks = [
  { width: 390, height: 844, scheme: "light" },
  { width: 1280, height: 900, scheme: "dark" },
] as const;

/**
 * What axe finds on a page as it is, in one line each. Clerk's own parts are Clerk's.
 *
 * @param within looks at what opened over a page, which is hidden from readers meanwhile
 */
async function findViolations(page: Page, within = ""): Promise<string[]> {
  // A quarter of the time: no page has frames of other origins, and nodes that pass need no description.
  const whole = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ["violations"] })
    .exclude("[class*=cl-]");
  const axe = within === "" ? whole : whole.include(within).disableRules(["region", "page-has-heading-one"]);
  const { violations } = await axe
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")} (${failureSummary ?? ""})`),
  );
}

/** Looks at each page on a phone in the light and on a laptop in the dark; what is wrong anywhere is told at once. */
async function expectNoViolations(page: Page, paths: readonly string[]): Promise<void> {
  const found: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    // A picture opens over the gallery, whose own heading is then out of reach.
    const content = path.includes("?picture=")
      ? page.getByRole("dialog")
      : page.getByRole("heading", { level: 1 }).first();
    await expect(content).toBeVisible();
    await page.waitForLoadState("networkidle");
    for (const { width, height, scheme } of looks) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: scheme });
      await expect(page.locator("html")).toHaveClass(scheme === "dark" ? /dark/ : /light/);
      const here = await findViolations(page);
      found.push(...here.map((what) => `${path} ${width} ${scheme}: ${what}`));
    }
  }
  expect(found).toEqual([]);
}

test("axe finds nothing on the pages for visitors", async ({ page }) => {
  test.slow();
  await expectNoViolations(page, [
    "/",
    "/pricing",
    "/sign-in",
    "/sign-up",
    "/your-data",
    "/receipt",
    "/nowhere",
  ]);
});

test("axe finds nothing on the signed-in pages, nor in what opens over them", async ({ page }) => {
  test.slow();
  await openSession(page, demoUser);
  await page.goto("/models");
  const model = await page.getByRole("link", { name: /Maya/ }).first().getAttribute("href");
  await page.goto("/gallery");
  const picture = /picture\/([^?]+)/.exec(
    (await page.locator("[data-slot=picture-frame] img").first().getAttribute("src")) ?? "",
  )?.[1];
  await expectNoViolations(page, [
    "/studio",
    "/gallery",
    `/gallery?picture=${picture ?? ""}`,
    "/models",
    model ?? "",
    "/models/new",
    "/plan",
    "/plan/ledger",
    "/privacy",
  ]);

  await page.goto("/studio");
  await page.getByRole("combobox", { name: "Model", exact: true }).click();
  await expect(page.getByRole("listbox")).toBeVisible();
  expect(await findViolations(page, "[role=listbox]")).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Theme" }).click();
  await expect(page.getByRole("menu")).toBeVisible();
  expect(await findViolations(page, "[role=menu]")).toEqual([]);
});
