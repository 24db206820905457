import { createPerson, openSession } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

// React rebuilds a page that differs from what the server sent; the fixtures count its word of that as a failure.
test("pages are taken over as the server sent them, with what was typed before", async ({ page, db }) => {
  await openSession(page, await createPerson(db));
  const browser = await page.context().newCDPSession(page);
  await browser.send("Emulation.setCPUThrottlingRate", { rate: 4 });

  const prompt = page.getByLabel("Prompt", { exact: true });
  const balance = page.getByTestId("credit-balance");
  await page.goto("/studio", { waitUntil: "commit" });
  await prompt.pressSequentially("reading by the window");
  await expect(balance).toBeVisible();
  await expect(prompt).toHaveValue("reading by the window");

  for (const path of ["/models", "/gallery"]) {
    await page.goto(path, { waitUntil: "commit" });
    await expect(balance).toBeVisible();
  }
});
