import { inject, expect, test } from "vitest";
import { sql } from "kysely";

import { startNeon } from "~/local/neon/start-neon";

import { httpDb } from "./http";
import { configureNeon } from "./neon";

/** A front of our own, so that nobody else's queries are counted. */
async function withFront(work: (counts: () => Promise<Record<string, number>>) => Promise<void>) {
  const front = await startNeon({ port: 0, postgresPort: Number(new URL(inject("databaseUrl")).port) });
  configureNeon(front.proxy);
  try {
    await work(async () => {
      const answer = (await (await fetch(`${front.origin}/__control`)).json()) as {
        counts: Record<string, number>;
      };
      return answer.counts;
    });
  } finally {
    configureNeon(inject("neonProxy"));
    await front.close();
  }
}

const one = (n: number) => sql<{ n: number }>`select ${sql.lit(n)}::int as n`;

test("what is asked for together travels together, and each gets its own answer", () =>
  withFront(async (counts) => {
    const db = httpDb();
    const answers = await Promise.all([
      one(1).execute(db),
      Promise.resolve()
        .then(() => Promise.resolve())
        .then(() => one(2).execute(db)),
      db.selectFrom("appUser").select("id").where("id", "=", "nobody").execute(),
    ]);

    expect(answers[0].rows).toEqual([{ n: 1 }]);
    expect(answers[1].rows).toEqual([{ n: 2 }]);
    expect(answers[2]).toEqual([]);
    expect(await counts()).toEqual({ "POST /sql/batch": 1 });
  }));

test("what is asked for alone, or later, travels alone", () =>
  withFront(async (counts) => {
    const db = httpDb();
    await one(1).execute(db);
    await one(2).execute(db);
    expect(await counts()).toEqual({ "POST /sql/query": 2 });
  }));

test("when one fails, all that travel with it do, and the next are served", () =>
  withFront(async () => {
    const db = httpDb();
    const [good, bad] = await Promise.allSettled([one(1).execute(db), sql`select 1 / 0`.execute(db)]);
    expect(bad).toMatchObject({ status: "rejected", reason: { code: "22012" } });
    expect(good.status).toBe("rejected");
    expect((await one(3).execute(db)).rows).toEqual([{ n: 3 }]);
  }));

test("reading together cannot change anything", () =>
  withFront(async () => {
    const db = httpDb();
    const insert = sql`insert into app_user (id) values ('http-test')`;
    await expect(Promise.all([insert.execute(db), one(1).execute(db)])).rejects.toMatchObject({
      code: "25006",
    });
  }));
