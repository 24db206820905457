import { Pool, neon, neonConfig } from "@neondatabase/serverless";
import { expect, inject, test } from "vitest";
import ws from "ws";
import { configureNeon } from "~/kysely/neon";

neonConfig.webSocketConstructor = ws;
configureNeon(inject("neonProxy"));

test("select 1 both ways", async () => {
  const url = inject("databaseUrl");
  expect(await neon(url)`select 1 as one`).toEqual([{ one: 1 }]);
  const pool = new Pool({ connectionString: url });
  expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  await pool.end();
  console.log(await (await fetch(`http://${inject("neonProxy")}/__control`)).json());
});
