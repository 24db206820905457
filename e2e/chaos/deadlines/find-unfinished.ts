import { sql } from "kysely";
import type { Kysely } from "kysely";

import type { Database } from "~/kysely/schema";

import { openWork, states } from "./states";
import type { State } from "./states";

/** After its deadline the sweep has this long, in simulated time. */
const GRACE_MINUTES = 5;

export interface UnfinishedRow {
  /** "picture queued" */
  what: string;
  id: string;
  isLate: boolean;
}

/** Everything that is not over, with whether it should be by now. */
export async function findUnfinished(db: Kysely<Database>): Promise<UnfinishedRow[]> {
  const selects = [
    ...listUnfinished().map(({ table, status, deadline }) =>
      select({ table, what: `${table} ${status}`, open: `t.status = '${status}'`, deadline }),
    ),
    ...Object.entries(openWork).map(([table, work]) => select({ table, what: `${table} open`, ...work })),
  ];
  const { rows } = await sql<UnfinishedRow>`${sql.raw(selects.join(" union all "))}`.execute(db);
  return rows;
}

function listUnfinished() {
  return Object.entries(states).flatMap(([table, statuses]) =>
    Object.entries<State>(statuses).flatMap(([status, state]) =>
      typeof state === "object" ? [{ table, status, deadline: state.deadline }] : [],
    ),
  );
}

function select(of: { table: string; what: string; open: string; deadline: string }): string {
  const late = `coalesce(${of.deadline} + interval '${GRACE_MINUTES} minutes' < now(), false)`;
  return `select '${of.what}' as what, t.id::text as id, ${late} as is_late from ${of.table} t where ${of.open}`;
}
