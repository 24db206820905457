import type { Db } from "~/kysely/database";

import { listVendorParts } from "./list-parts";
import { readHealth } from "./read-health";
import type { Health } from "./read-health";

/** However often somebody asks, the parts are asked this often at most: this door has no other limit. */
const KEEP_MS = 5_000;

let kept: { health: Promise<Health>; until: number } | undefined;

/** Says that this process answers: for whoever restarts it when it does not. */
export function answerLive(): Response {
  return answer(200, { status: "up" });
}

/** Says what is up and what is down, by name and nothing more: 503 while no page works, 200 otherwise. */
export async function answerReady(db: Db): Promise<Response> {
  if (!kept || kept.until < Date.now()) {
    kept = { health: readHealth(db, listVendorParts()), until: Date.now() + KEEP_MS };
  }
  const health = await kept.health;
  return answer(health.status === "down" ? 503 : 200, health);
}

function answer(status: number, body: object): Response {
  return Response.json(body, { status, headers: { "cache-control": "no-store" } });
}
