import { alone, percentile } from "../measurement";
import type { Entry } from "../measurement";
import { measurePresses } from "./measure-presses";

const PRESSES = 50;

/** From pressing Generate to the request reaching Together: what the product itself adds to the wait. */
export const pressToProvider: Entry = {
  name: "press-to-provider",
  needs: "preview",
  measure: async (preview) => {
    const presses = await measurePresses(preview, PRESSES);
    const waits = presses.map(({ pressedAt, arrivedAt }) => arrivedAt - pressedAt);
    return {
      "press-to-provider.p50": alone(percentile(waits, 0.5), "ms"),
      "press-to-provider.p95": alone(percentile(waits, 0.95), "ms"),
    };
  },
};
