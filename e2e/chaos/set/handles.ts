import * as z from "zod";

import type { Ports } from "~/local/ports";

import type { ChaosSet } from "./open-set";

const Held = z.object({
  held: z.object({ function: z.string(), step: z.string(), when: z.string() }).nullable(),
  active: z.number(),
  seen: z.array(z.object({ function: z.string(), step: z.string() })),
});
const HeldMessages = z.object({ isHeld: z.boolean(), passed: z.number() });
const Described = z.object({ counts: z.record(z.string(), z.number()), underWay: z.number() });

/** Where a step of a function is stopped. */
export interface StepHold {
  function: string;
  step: string;
  when: "before" | "after";
}

/** The hands on the vendors of a set: what is held, what fails, what time it is. Each asks the part that is up now. */
export function openHandles({ ports }: Pick<ChaosSet, "ports">) {
  const ask = async (part: keyof Ports, path: string, body?: unknown, method = "POST"): Promise<unknown> => {
    const answer = await fetch(`http://localhost:${ports[part]}${path}`, {
      ...(body === undefined
        ? { method: method === "POST" ? "GET" : method }
        : { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${part} does not take ${path}: ${text}`);
    return text === "" ? undefined : JSON.parse(text);
  };

  return {
    /** Sets what is to be held next, and lets go of what is held. */
    holdStep: (hold: StepHold) => ask("inngest", "/__control/holds", hold),
    readSteps: async () => Held.parse(await ask("inngest", "/__control/holds")),
    freeSteps: () => ask("inngest", "/__control/holds", undefined, "DELETE"),
    /** Holds what comes to Postgres after `after` more round trips. */
    holdMessages: (after: number) => ask("neon", "/__control/holds", { after }),
    readMessages: async () => HeldMessages.parse(await ask("neon", "/__control/holds")),
    freeMessages: () => ask("neon", "/__control/holds", undefined, "DELETE"),
    /** Runs a function now, whatever its trigger. */
    invoke: (name: string) => ask("inngest", `/invoke/likeness-${name}`, {}),
    fail: (part: "together" | "uploadthing" | "inngest", wish: { faults: unknown[]; seed?: string }) =>
      ask(part, "/__control", wish),
    reset: (part: "together" | "uploadthing" | "inngest") => ask(part, "/__control", { reset: true }),
    describe: async (part: "together" | "uploadthing") => Described.parse(await ask(part, "/__control")),
    /** Lets time pass for stored files. */
    ageFiles: (ms: number) => ask("uploadthing", "/__control/age", { ms }),
    /** Lets hours pass for the seller's webhooks. */
    hurryWebhooks: (hours: number) => ask("lemonsqueezy", "/__act", { act: "wait", hours }),
    readSubscriptions: () => ask("lemonsqueezy", "/__subscriptions"),
  };
}

export type Handles = ReturnType<typeof openHandles>;
