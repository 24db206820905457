import { randomUUID } from "node:crypto";

import { sql } from "kysely";
import sharp from "sharp";

import { inngest } from "~/inngest/client";
import { env } from "~/env";
import { fluxModels } from "~/catalog/flux-models";
import { httpDb } from "~/kysely/http";
import { requestDb } from "~/kysely/request";
import type { VendorName } from "~/local/launcher/find-real-vendors";
import { isOperator } from "~/server/vendors/clerk";
import { pageOrders } from "~/server/vendors/lemonsqueezy";
import { makeImage } from "~/server/vendors/together";
import { askChat, listModelNames } from "~/server/vendors/together-chat";
import { deleteFiles, storeFile } from "~/server/vendors/uploadthing";
import { openFile } from "~/server/vendors/uploadthing-read";

interface Try {
  vendor: VendorName;
  what: string;
  /** Does it once. @returns what was seen. @throws when the vendor did not do it. */
  run: () => Promise<string>;
}

const SIDE_PX = 256;
const cheapest = fluxModels["flux-2-dev"];

/** One thing of each vendor that proves its key, its address and what of it the product needs. Nothing is left behind. */
export const tries: readonly Try[] = [
  {
    vendor: "neon",
    what: "a read over HTTP",
    run: async () => {
      const found = await sql<{ version: string }>`select version()`.execute(httpDb());
      return found.rows[0]?.version.split(" on ")[0] ?? "no version";
    },
  },
  {
    vendor: "neon",
    what: "a transaction over WebSocket",
    run: async () => {
      const db = requestDb();
      try {
        await db.transaction().execute((tx) => tx.selectFrom("appUser").select("id").limit(1).execute());
        return "the schema is there";
      } finally {
        await db.destroy();
      }
    },
  },
  {
    vendor: "clerk",
    what: "a question about a person",
    run: async () => {
      await isOperator("user_0000000000000000000000smoke");
      return "the key is known";
    },
  },
  {
    vendor: "uploadthing",
    what: "a private file, there and gone",
    run: async () => {
      const words = `smoke ${randomUUID()}`;
      const key = await storeFile({ name: "smoke.txt", type: "text/plain", body: new Blob([words]) });
      try {
        const read = await (await openFile(key)).text();
        if (read !== words) throw new Error("What came back is not what was stored.");
        return `${words.length} bytes came back`;
      } finally {
        await deleteFiles([key]);
      }
    },
  },
  {
    vendor: "together",
    what: "its list of models",
    run: async () => {
      const names = new Set(await listModelNames());
      const missing = Object.values(fluxModels).filter(({ togetherId }) => !names.has(togetherId));
      if (missing.length === 0) return "all FLUX models are served";
      return `not served: ${missing.map(({ name }) => name).join(", ")}`;
    },
  },
  {
    vendor: "together",
    what: `one picture of ${SIDE_PX} px`,
    run: async () => {
      const picture = await makeImage({
        togetherId: cheapest.togetherId,
        prompt: "a grey stone on a white table",
        negativePrompt: null,
        widthPx: SIDE_PX,
        heightPx: SIDE_PX,
        seed: 1,
        steps: cheapest.steps.min,
        guidance: null,
        likeness: { from: "nothing" },
      });
      const { format, width, height } = await sharp(picture).metadata();
      return `${format} of ${width} by ${height}`;
    },
  },
  {
    vendor: "together",
    what: "help with a prompt",
    run: async () => {
      const model = env.TOGETHER_CHAT_MODEL;
      if (model === undefined) return "not set up: TOGETHER_CHAT_MODEL";
      const words = await askChat({ model, system: "Answer with one word.", user: "Hello", maxTokens: 8 });
      return `${words.length} characters`;
    },
  },
  {
    vendor: "inngest",
    what: "an event that nothing listens to",
    run: async () => {
      const { ids } = await inngest.send({ name: "smoke/tried", data: {} });
      return ids[0] ?? "no id";
    },
  },
  {
    vendor: "lemonsqueezy",
    what: "a page of the store's orders",
    run: async () => {
      if (env.LEMONSQUEEZY_API_KEY === undefined) return "not set up: nothing is sold";
      const { items } = await pageOrders(1);
      return `${items.length} orders`;
    },
  },
];
