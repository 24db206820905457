import { demoUser } from "~/local/seed/demo-user";

import { fillWizard, startTraining, waitUntilReady } from "./fixtures/journey";
import { prepareOwnSet } from "./fixtures/own-set";
import { openSession } from "./fixtures/people";
import { expect, test } from "./fixtures/test";
import { openVendors } from "./fixtures/vendors";

// It takes a minute, and its name lets it begin among the first: at the end nothing else would run beside it.
test("a training goes on, once, after the launcher of everything was killed in the middle", async ({
  browser,
  photos,
}) => {
  test.setTimeout(300_000);
  const set = await prepareOwnSet();
  try {
    await set.start();
    const page = await browser.newPage({ baseURL: set.origin });
    await openSession(page, demoUser);
    await fillWizard(page, { name: "Katherine", photos });
    await startTraining(page, "Fine-tuned");
    // Its trainer has begun: the job is paid for.
    const together = async () => (await openVendors(set.controlUrl)).counts("together");
    await expect.poll(together, { timeout: 60_000 }).toMatchObject({ "POST /v1/queue/submit": 1 });
    await expect(page.getByTestId("model-status")).toHaveText("Training");

    await set.kill();
    await set.start();
    await page.reload();
    await waitUntilReady(page);
    expect(await together()).not.toHaveProperty("POST /v1/queue/submit");

    await page.goto("/studio");
    await page.getByRole("combobox", { name: "Model", exact: true }).click();
    await expect(page.getByRole("option", { name: /Katherine/ })).toHaveCount(1);
  } finally {
    await set.close();
  }
});
