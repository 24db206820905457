import { StepError } from "inngest";

import { generationRules } from "~/catalog/generation-rules";
import { sharedDb } from "~/kysely/shared";
import { giveUpTicket, makeNextPicture } from "~/server/generations/make-next-picture";

import { inngest } from "../client";
import { picturesQueued } from "../events";
import { reasonOf } from "../reason-of";
import { settle } from "../settle";

const surprise = "Something went wrong on our side.";
const { picturesAtOnce, picturesAtOnceInAll } = generationRules;

/**
 * Makes as many of a user's waiting pictures as it has tickets, each in a step of its own: one that fails leaves its
 * siblings standing. A step takes its picture only when it starts, so that the order of the queue is what decides.
 */
export const generatePictures = inngest.createFunction(
  {
    id: "generate-pictures",
    triggers: [picturesQueued],
    concurrency: [{ key: "event.data.userId", limit: picturesAtOnce }, { limit: picturesAtOnceInAll }],
    priority: { run: "event.data.headStartSeconds" },
    retries: 4,
    onFailure: async ({ event, step }) => {
      const { tickets } = picturesQueued.schema.parse(event.data.event.data);
      for (const ticket of tickets) {
        await step.run(`give-up-${ticket}`, () => giveUpTicket(sharedDb(), { ticket, reason: surprise }));
      }
    },
  },
  async ({ event, step }) => {
    const { userId, tickets } = event.data;
    await Promise.all(
      tickets.map(async (ticket) => {
        try {
          await step.run(`make-${ticket}`, () => settle(makeNextPicture(sharedDb(), { userId, ticket })));
        } catch (error) {
          if (!(error instanceof StepError)) throw error;
          const reason = reasonOf(error, surprise);
          await step.run(`give-up-${ticket}`, () => giveUpTicket(sharedDb(), { ticket, reason }));
        }
      }),
    );
  },
);
