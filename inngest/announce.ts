import { inngest } from "./client";

type Announcement = Parameters<typeof inngest.send>[0];

/**
 * Sends an event whose row is already committed. A send that fails is logged, not thrown: the row is there and
 * `sweep` sends for it again, while the user's own work is done.
 */
export async function announce(event: Announcement): Promise<void> {
  try {
    await inngest.send(event);
  } catch (error) {
    console.error("An event could not be sent; the sweep will send it again.", error);
  }
}
