import { shownPictures } from "./fixtures/journey";
import { createPerson, setBalance, signIn } from "./fixtures/people";
import { expect, test } from "./fixtures/test";

test.describe("on a phone, 390 px", () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test("choices and variables are written out before they cost anything, and come back from the history", async ({
    page,
    db,
  }) => {
    const person = await createPerson(db);
    await setBalance(db, person.id, 5);
    await signIn(page, person);
    const prompt = page.getByLabel("Prompt", { exact: true });
    const generate = page.getByRole("button", { name: "Generate" });
    await page.getByRole("radio", { name: "1", exact: true }).click();

    await prompt.fill("a kite {over the sea");
    await expect(page.getByText("The { at character 8 is not closed.")).toBeVisible();
    await generate.click();
    await expect(prompt).toHaveAttribute("aria-invalid", "true");

    await prompt.fill("{0|1|2|3|4|5|6|7|8|9}".repeat(4));
    await expect(page.getByText("This makes 10,000 pictures.")).toBeVisible();

    await prompt.fill("a {red | blue} kite over {place}");
    await expect(page.getByText("Fill in {place}.")).toBeVisible();
    await page.getByLabel("{place}").fill("the sea | a hill");
    await expect(page.getByText("4 prompts, 4 pictures")).toBeVisible();
    await expect(page.getByText("4 credits", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Preview" }).click();
    await expect(page.getByRole("list", { name: "Written out" }).getByRole("listitem")).toHaveText([
      "a red kite over the sea",
      "a red kite over a hill",
      "a blue kite over the sea",
      "a blue kite over a hill",
    ]);
    await generate.click();
    await expect(shownPictures(page)).toHaveCount(4, { timeout: 60_000 });
    await expect(page.getByText("You have 1 credit left; this takes 4.")).toBeVisible();

    await prompt.fill("");
    await page.getByRole("button", { name: "History" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "a {red | blue} kite" }).click();
    await expect(prompt).toHaveValue("a {red | blue} kite over {place: the sea | a hill}");
  });

  test("a suggestion stands beside the prompt until it is taken, and gives way when none comes @alone", async ({
    page,
    db,
    vendors,
  }) => {
    await signIn(page, await createPerson(db));
    const prompt = page.getByLabel("Prompt", { exact: true });
    await prompt.fill("reading by the window");
    await page.getByRole("button", { name: "Suggest a better one" }).click();
    await expect(page.getByText(/^Suggestionreading by the window, /)).toBeVisible();
    await expect(prompt).toHaveValue("reading by the window");
    await page.getByRole("button", { name: "Use it" }).click();
    await expect(prompt).toHaveValue(/^reading by the window, \w+/);

    await vendors.fail("together", { on: "chat", kind: "hang" });
    await page.getByRole("button", { name: "Suggest a better one" }).click();
    await expect(page.getByText("No suggestion came in time.")).toBeVisible();
  });
});
