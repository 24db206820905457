import { sql } from "kysely";
import type { Kysely } from "kysely";

import type { Database } from "~/kysely/schema";

import { audit, wordsOf } from "../books/audit";
import type { Handles } from "../set/handles";
import type { Report, World } from "../set/world";
import { settle } from "../set/settle";
import { waitFor } from "../set/wait-for";
import { faultsOfEveryKind } from "./faults";

/** What one user may have in the queue. */
const PICTURES_A_USER = 64;

export interface ProviderWish {
  pictures: number;
  seed: string;
  /** Share (0..1) of the requests that go wrong. */
  faults: number;
  /** Share (0..1) of the executor's calls that are lost; as many are doubled. */
  repeats: number;
}

/**
 * Has pictures made by a provider of which some requests go wrong, in every way there is, and by an executor that
 * loses some calls and repeats others. Then counts.
 *
 * @returns what there is to print, and what broke a rule.
 */
export async function runProvider(world: World, wish: ProviderWish): Promise<Report> {
  const { db, handles, home } = world;
  const startedAt = Date.now();
  await handles.fail("together", { faults: faultsOfEveryKind(wish.faults), seed: wish.seed });
  const repeats = { on: "call", kind: "duplicate", share: wish.repeats } as const;
  const losses = { on: "call", kind: "drop", share: wish.repeats } as const;
  await handles.fail("inngest", { faults: [repeats, losses], seed: wish.seed });
  await pressAll(db, { ...wish, handles });

  const { minutes, late, orphans } = await settle({ db, handles, home });
  const { breaches, orphans: left } = await audit(db, home);
  const problems = [...late.map((row) => `late: ${row}`), ...[...breaches, ...left].map(wordsOf)];
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  const { counts } = await handles.describe("together");
  const calls = counts["POST /v1/images/generations"] ?? 0;
  const lines = await describe(db, { calls, ...wish });
  lines.push(
    `over after ${minutes} simulated minutes, ${seconds} s; ${orphans} files without a row, dropped at night`,
  );
  return { lines, problems };
}

/** Presses for all users, a few at a time, so that the executor's journal stays small. */
async function pressAll(
  db: Kysely<Database>,
  { pictures, seed, handles }: ProviderWish & { handles: Handles },
): Promise<void> {
  const { createGeneration } = await import("~/server/generations/create-generation");
  const { addCredits, addUser } = await import("~/server/testing/people");
  for (let made = 0, user = 0; made < pictures; user++) {
    const userId = await addUser(db, "pro");
    await addCredits(db, userId, PICTURES_A_USER);
    const prompts = Math.min(PICTURES_A_USER, pictures - made);
    for (let press = 0; press < prompts; press += 4) {
      const count = Math.min(4, prompts - press);
      const request = {
        userId,
        requestId: crypto.randomUUID(),
        modelId: null,
        fluxModel: "flux-2-dev",
      } as const;
      const form = {
        prompt: `a kite number ${made + press} of ${seed}`,
        style: "anime",
        aspect: "1:1",
      } as const;
      await createGeneration(db, { ...request, ...form, count, steps: null, guidance: null, seed: null });
    }
    made += prompts;
    if (user % 6 === 5)
      await waitFor(async () => ((await handles.readSteps()).active < 48 ? true : undefined), 600_000);
  }
}

async function describe(db: Kysely<Database>, run: ProviderWish & { calls: number }) {
  const { rows } = await sql<{ status: string; failure: string | null; n: number }>`
    select status, failure, count(*)::int as n from picture group by 1, 2 order by 3 desc
  `.execute(db);
  const { rows: money } = await sql<{ reason: string; n: number; credits: number }>`
    select reason, count(*)::int as n, sum(amount)::int as credits from credit_entry
    where reason in ('generation', 'refund') group by 1 order by 1
  `.execute(db);
  const each = (run.calls / run.pictures).toFixed(3);
  return [
    `${run.pictures} pictures, ${run.faults * 100} % of requests faulty, seed ${run.seed}`,
    ...rows.map(
      ({ status, failure, n }) => `${String(n).padStart(7)}  ${status}${failure ? `: ${failure}` : ""}`,
    ),
    ...money.map(
      ({ reason, n, credits }) => `${String(credits).padStart(7)}  credits in ${n} entries: ${reason}`,
    ),
    `${String(run.calls).padStart(7)}  requests to the provider, ${each} for each picture`,
  ];
}
