import { fluxModelIds, fluxModels } from "~/catalog/flux-models";
import type { Db } from "~/kysely/database";
import { inTransaction } from "~/kysely/database";
import { writeLine } from "~/log/write-line";
import { listModelNames } from "~/server/vendors/together-chat";

const CHECK_EVERY_MS = 60 * 60_000;

/** When this process last asked. Not a connection, only a time: a new process asks at its start. */
let askedAt = 0;

/**
 * Compares our FLUX models with Together's list, when this process starts and then each hour: what is no longer listed
 * is written down, logged and hidden, and comes back when it is. A list that cannot be had changes nothing.
 *
 * @returns our FLUX models that are missing; null when it was not time, or no list was to be had.
 */
export async function checkFluxModels(db: Db, now = Date.now()): Promise<string[] | null> {
  if (now - askedAt < CHECK_EVERY_MS) return null;
  askedAt = now;
  try {
    return await noteListedModels(db, await listModelNames());
  } catch (error) {
    // Asked again at the next turn and not in an hour.
    askedAt = 0;
    warn("Together's list could not be had; what was known stays.", error);
    return null;
  }
}

/** Writes down which of our FLUX models a list lacks. A list with none of them is not believed: it is not one of image models. */
export async function noteListedModels(db: Db, names: readonly string[]): Promise<string[]> {
  const missing = fluxModelIds.filter((id) => !names.includes(fluxModels[id].togetherId));
  if (missing.length === fluxModelIds.length) throw new Error("Together's list has none of our FLUX models.");

  await inTransaction(db, async (trx) => {
    const known = await trx.selectFrom("missingFluxModel").select("id").execute();
    const before = known.map((row) => row.id);
    const gone = missing.filter((id) => !before.includes(id));
    const back = before.filter((id) => !missing.includes(id));
    if (gone.length > 0) {
      warn(`Together no longer lists ${gone.join(", ")}; hidden until it does.`);
      await trx
        .insertInto("missingFluxModel")
        .values(gone.map((id) => ({ id })))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    if (back.length > 0) {
      warn(`Together lists ${back.join(", ")} again; shown.`);
      await trx.deleteFrom("missingFluxModel").where("id", "in", back).execute();
    }
  });
  return missing;
}

function warn(sentence: string, error?: unknown): void {
  writeLine({ level: "warn", message: `FLUX models: ${sentence}`, error });
}
