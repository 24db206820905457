import { setTimeout as wait } from "node:timers/promises";

import * as z from "zod";

import type { Preview } from "../preview-set";
import { openStudio, pressGenerate } from "./press-generate";

const Arrivals = z.object({ arrivals: z.array(z.number()) });
const LOOK_EVERY_MS = 5;
const GIVE_UP_MS = 60_000;

/** One press and what came of it: all in ms since the epoch. */
export interface Press {
  pressedAt: number;
  /** When Together was asked. */
  arrivedAt: number;
}

/** Presses Generate one press at a time, each after the one before has ended. */
export async function measurePresses({ page, ports }: Preview, count: number): Promise<Press[]> {
  const url = `http://localhost:${ports.together}/__control/arrivals`;
  const readArrivals = async () => Arrivals.parse(await (await fetch(url)).json()).arrivals;
  const presses: Press[] = [];
  await openStudio(page);

  for (let press = 0; press < count; press++) {
    const latest = (await readArrivals()).at(-1) ?? 0;
    const pressedAt = await pressGenerate(page);
    let arrivedAt: number | undefined;
    while (arrivedAt === undefined) {
      if (Date.now() - pressedAt > GIVE_UP_MS)
        throw new Error("A press did not reach Together within a minute.");
      await wait(LOOK_EVERY_MS);
      arrivedAt = (await readArrivals()).find((at) => at > latest);
    }
    presses.push({ pressedAt, arrivedAt });
    await page
      .getByRole("article")
      .first()
      .locator("[data-slot=picture-frame][data-state=shown]")
      .waitFor({ timeout: GIVE_UP_MS });
    await page.getByRole("button", { name: "Generate" }).and(page.locator(":enabled")).waitFor();
  }
  return presses;
}
