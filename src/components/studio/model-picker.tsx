"use client";

import Link from "next/link";

import { fluxModelIds, fluxModels } from "~/catalog/flux-models";
import type { FluxModelId } from "~/catalog/flux-models";
import { plans } from "~/catalog/plans";
import { Field } from "~/components/ui/field";
import {
  Select,
  SelectContent,
  SelectGroup,
  SelectItem,
  SelectLabel,
  SelectTrigger,
} from "~/components/ui/select";
import { Skeleton } from "~/components/ui/skeleton";

import type { Entitlements, useStudio } from "./use-studio";

const NO_ONE = "none";

/** Whose picture, and by which FLUX model. */
export function ModelPicker({ studio }: { studio: ReturnType<typeof useStudio> }) {
  const { settings, change, readyModels, lockedModels, model, entitlements, fluxModel } = studio;
  if (!readyModels || !entitlements) return <Skeleton className="h-40 rounded-xl" />;

  return (
    <div className="grid gap-5">
      <Field label="Model" hint={readyModels.length === 0 && lockedModels.length === 0 && <FirstModelHint />}>
        <Select
          value={settings.modelId ?? NO_ONE}
          onValueChange={(value) => change({ modelId: value === NO_ONE ? null : value })}
        >
          <SelectTrigger />
          <SelectContent>
            {readyModels.length > 0 && (
              <SelectGroup>
                <SelectLabel>Your models</SelectLabel>
                {readyModels.map(({ id, name, kind }) => (
                  <SelectItem key={id} value={id} note={kind === "instant" ? "Instant" : "Fine-tuned"}>
                    {name}
                  </SelectItem>
                ))}
              </SelectGroup>
            )}
            {lockedModels.map(({ id, name }) => (
              <SelectItem key={id} value={id} disabled note="Locked: your plan has no place for it">
                {name}
              </SelectItem>
            ))}
            <SelectItem value={NO_ONE} note="A picture of anything, by the FLUX model alone">
              No one in particular
            </SelectItem>
          </SelectContent>
        </Select>
      </Field>
      <Field label="FLUX model" hint={fluxModel.goodFor}>
        <Select value={fluxModel.id} onValueChange={(value) => change({ fluxModel: toFluxModelId(value) })}>
          <SelectTrigger />
          <SelectContent>
            {fluxModelIds.filter(isThere(entitlements)).map((id) => {
              const obstacle = obstacleTo(id, entitlements, model?.activeKind);
              return (
                <SelectItem
                  key={id}
                  value={id}
                  disabled={obstacle !== undefined}
                  {...(obstacle && { note: obstacle })}
                >
                  {fluxModels[id].name}
                </SelectItem>
              );
            })}
          </SelectContent>
        </Select>
      </Field>
    </div>
  );
}

function FirstModelHint() {
  return (
    <>
      You have no model yet.{" "}
      <Link
        href="/models/new"
        className="rounded-sm font-medium text-primary underline underline-offset-4 focus-ring"
      >
        Make one from your photos
      </Link>{" "}
      to be in the picture.
    </>
  );
}

/** What Together does not list now is not shown at all. */
function isThere({ missingFluxModels }: Entitlements) {
  return (id: FluxModelId) => !missingFluxModels.includes(id);
}

/** Why a FLUX model cannot be chosen now. */
function obstacleTo(
  id: FluxModelId,
  entitlements: Entitlements,
  kind: string | null | undefined,
): string | undefined {
  if (!entitlements.fluxModels.includes(id)) {
    return `Comes with ${plans[fluxModels[id].plan].name}`;
  }
  if (kind === "fine-tuned" && !fluxModels[id].takesLora) return "Cannot use a fine-tuned model";
  return undefined;
}

function toFluxModelId(value: string): FluxModelId {
  return fluxModelIds.find((id) => id === value) ?? "flux-2-dev";
}
