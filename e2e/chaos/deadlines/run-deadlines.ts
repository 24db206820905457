import { audit, wordsOf } from "../books/audit";
import { settle } from "../set/settle";
import type { Report, World } from "../set/world";
import { beginWork, endings, loseWork } from "./make-work";
import { openWork, states } from "./states";
import type { State } from "./states";

const LOST = 0.1;
/** The sweep's own pace. */
const STEP_MINUTES = 2;

/**
 * Loses one event in ten, doubles and loses the executor's calls, and begins work of every kind, some of which can no
 * longer go on; then lets time pass, sweep by sweep, and holds each row against its deadline.
 */
export async function runDeadlines(
  { db, handles, home }: World,
  wish: { users: number; seed: string; kinds: readonly ("instant" | "fine-tuned")[]; repeats: number },
): Promise<Report> {
  const { users, seed, kinds, repeats } = wish;
  await handles.fail("inngest", {
    faults: [
      { on: "events", kind: "drop", share: LOST },
      { on: "call", kind: "duplicate", share: repeats },
      { on: "call", kind: "drop", share: repeats },
    ],
    seed,
  });
  await loseWork(db);
  for (let user = 0; user < users; user++) {
    const work = await beginWork(db, kinds[user % kinds.length] ?? "instant");
    await endings[user % endings.length]?.(db, work);
  }

  const { minutes, late, orphans } = await settle({ db, handles, home, stepMinutes: STEP_MINUTES });
  const { breaches, orphans: left } = await audit(db, home);
  const outcome = await db
    .selectFrom("picture")
    .select("status")
    .select(({ fn }) => fn.countAll<string>().as("n"))
    .groupBy("status")
    .execute();
  const trained = await db
    .selectFrom("model")
    .select("status")
    .select(({ fn }) => fn.countAll<string>().as("n"))
    .groupBy("status")
    .execute();
  const list = (rows: { status: string; n: string }[]) =>
    rows.map(({ status, n }) => `${n} ${status}`).join(", ");
  return {
    lines: [
      ...describeStates(),
      `${users} users, ${LOST * 100} % of events lost, ${repeats * 100} % of calls lost and as many doubled, seed ${seed}`,
      `pictures: ${list(outcome)}; models: ${list(trained)}`,
      `over after ${minutes} simulated minutes; ${orphans} files without a row, dropped at night`,
    ],
    problems: [...late.map((row) => `late: ${row}`), ...[...breaches, ...left].map(wordsOf)],
  };
}

/** The deadlines, for people. */
function describeStates(): string[] {
  const rows = [
    ...Object.entries(states).flatMap(([table, statuses]) =>
      Object.entries<State>(statuses).flatMap(([status, state]) =>
        typeof state === "object" ? [{ what: `${table} ${status}`, ...state }] : [],
      ),
    ),
    ...Object.entries(openWork).map(([table, work]) => ({ what: `${table} open`, ...work })),
  ];
  return rows.map(({ what, deadline, ends }) => {
    const by = deadline.replace(/\bt\./g, "").replace(/\s+/g, " ");
    return `${what.padEnd(22)} ${ends.padEnd(64)} ${by}`;
  });
}
