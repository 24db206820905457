import { afterEach, describe, expect, inject } from "vitest";

import { fluxModels } from "~/catalog/flux-models";
import { test } from "~/kysely/testing/test";
import { addUser } from "~/server/testing/people";
import { readEntitlements } from "~/server/users/read-entitlements";

import { checkFluxModels, noteListedModels } from "./check-flux-models";

const control = `${inject("vendorOrigins").together}/__control`;
const tell = (body: unknown) => fetch(control, { method: "POST", body: JSON.stringify(body) });
afterEach(() => tell({ reset: true, on: "models" }));

const allNames = Object.values(fluxModels).map(({ togetherId }) => togetherId as string);
const HOUR_MS = 60 * 60_000;

describe("the check against Together's list", () => {
  test("hides what is not listed, and shows it again when it is", async ({ db }) => {
    const userId = await addUser(db, "pro");
    const withoutMax = allNames.filter((name) => !name.endsWith("FLUX.2-max"));
    expect(await noteListedModels(db, withoutMax)).toEqual(["flux-2-max"]);
    expect(await noteListedModels(db, withoutMax)).toEqual(["flux-2-max"]);
    const entitlements = await readEntitlements(db, userId);
    expect(entitlements?.missingFluxModels).toEqual(["flux-2-max"]);
    expect(entitlements?.fluxModels).not.toContain("flux-2-max");

    await noteListedModels(db, allNames);
    expect((await readEntitlements(db, userId))?.missingFluxModels).toEqual([]);
  });

  test("does not believe a list without image models", async ({ db }) => {
    await expect(noteListedModels(db, ["some/chat-model"])).rejects.toThrow("none of our FLUX models");
    expect(await db.selectFrom("missingFluxModel").selectAll().execute()).toEqual([]);
  });

  test("asks at its start and each hour, and sooner after a failure; what was known stays", async ({
    db,
  }) => {
    const start = Date.now();
    await tell({ faults: [{ on: "models", kind: "status", status: 503 }] });
    expect(await checkFluxModels(db, start)).toBeNull();
    expect(await checkFluxModels(db, start + 1)).toEqual([]);
    expect(await checkFluxModels(db, start + HOUR_MS / 2)).toBeNull();
    expect(await checkFluxModels(db, start + 2 * HOUR_MS)).toEqual([]);
  });
});
