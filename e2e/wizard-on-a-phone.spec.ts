import { fillWizard, startTraining, waitUntilReady } from "./fixtures/journey";
import { createPerson, openSession } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test("the wizard on a phone", async ({ page, photos, db }) => {
  await openSession(page, await createPerson(db));
  await fillWizard(page, { name: "Emmy", photos });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await startTraining(page, "Instant");
  await waitUntilReady(page);
});
