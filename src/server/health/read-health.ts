import { sql } from "kysely";

import type { Db } from "~/kysely/database";

import type { VendorPart } from "./list-parts";

/** A part that takes longer is down for whoever waits for a page. */
const PATIENCE_MS = 2_000;

export type PartName = "database" | VendorPart["name"];

export interface Health {
  /** `down`: no page works. `degraded`: pages work, and what needs the parts that are down waits or says so. */
  status: "up" | "degraded" | "down";
  parts: Partial<Record<PartName, "up" | "down">>;
}

/**
 * Looks at every part at once. A vendor is up when it answers at all, be it "who are you": no key goes out, so a wrong one is not
 * seen here. Never throws, and takes little more than two seconds.
 */
export async function readHealth(db: Db, vendors: readonly VendorPart[]): Promise<Health> {
  const asked: [PartName, Promise<unknown>][] = [
    ["database", inTime(sql`select 1`.execute(db))],
    ...vendors.map(({ name, address }): [PartName, Promise<unknown>] => [name, knock(address)]),
  ];
  const answers = await Promise.allSettled(asked.map(([, answer]) => answer));
  const parts: Health["parts"] = {};
  for (const [at, [name]] of asked.entries()) {
    parts[name] = answers[at]?.status === "fulfilled" ? "up" : "down";
  }
  const isDegraded = Object.values(parts).includes("down");
  return { status: parts.database === "down" ? "down" : isDegraded ? "degraded" : "up", parts };
}

async function knock(address: string): Promise<void> {
  const response = await fetch(address, { redirect: "manual", signal: AbortSignal.timeout(PATIENCE_MS) });
  await response.body?.cancel();
  if (response.status >= 500) throw new Error(`It answered ${response.status}.`);
}

async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("It did not answer in time.")), PATIENCE_MS);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
