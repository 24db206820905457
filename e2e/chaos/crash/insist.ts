import { setTimeout as sleep } from "node:timers/promises";

import { isRefusal } from "./api";

const AGAIN_AFTER_MS = 400;
const GIVE_UP_MS = 60_000;

/**
 * Presses until the product has answered: what fell on its way is pressed again, as a person would. A refusal is an answer,
 * but for the first press, which has to be taken.
 */
export async function insist(press: () => Promise<unknown>): Promise<void> {
  const deadline = Date.now() + GIVE_UP_MS;
  for (let isFirst = true; ; isFirst = false) {
    try {
      await press();
      return;
    } catch (error) {
      if (isRefusal(error) && !isFirst) return;
      if (isRefusal(error) || Date.now() > deadline) throw error;
      await sleep(AGAIN_AFTER_MS);
    }
  }
}
