"use client";

import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useState } from "react";

import { verdictOnQueue, verdictOnRate } from "~/catalog/entitlements";
import { generationRules } from "~/catalog/generation-rules";
import type { Pack } from "~/catalog/packs";
import { styles } from "~/catalog/styles";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { DialogDescription, DialogFooter, DialogTitle } from "~/components/ui/dialog";
import { Field } from "~/components/ui/field";
import { ToggleGroup, ToggleGroupItem } from "~/components/ui/toggle-group";

import { missingCredits, priceInWords } from "../check-settings";
import type { useStudio } from "../use-studio";
import { useRunPack } from "./use-run-pack";

interface PackDetailsProps {
  studio: ReturnType<typeof useStudio>;
  pack: Pack;
  onBack: () => void;
  onStarted: () => void;
}

/** One pack: its prompts, of whom and by what it will be made, and what it costs before it is run. */
export function PackDetails({ studio, pack, onBack, onStarted }: PackDetailsProps) {
  const [count, setCount] = useState(1);
  const { entitlements, model, fluxModel } = studio;
  const pictures = pack.prompts.length * count;
  const price = pictures * (entitlements?.pricePerPicture ?? 1);
  const tooDear = entitlements && missingCredits(price, entitlements.credits);
  const limits = entitlements && [
    verdictOnQueue(entitlements, pictures),
    verdictOnRate(entitlements, pictures),
  ];
  const limit = limits?.find((verdict) => verdict !== true);
  const { run, isPending, failure } = useRunPack(onStarted);

  return (
    <>
      <div className="flex items-center gap-1">
        <Button variant="ghost" size="icon" className="-ml-2" aria-label="All packs" onClick={onBack}>
          <ArrowLeft aria-hidden />
        </Button>
        <DialogTitle>{pack.name}</DialogTitle>
      </div>
      <DialogDescription>
        {pack.pitch} Of {model?.name ?? "no one in particular"}, by {fluxModel.name}: choose others in the
        studio.
      </DialogDescription>
      <ol className="grid list-inside list-decimal gap-1.5 text-sm marker:text-muted-foreground">
        {pack.prompts.map(({ prompt, style }) => (
          <li key={prompt}>
            {prompt}
            {style && <span className="text-muted-foreground"> · {styles[style].name}</span>}
          </li>
        ))}
      </ol>
      <Field label="Pictures of each prompt">
        <ToggleGroup value={String(count)} onValueChange={(value) => setCount(Number(value))}>
          {Array.from({ length: generationRules.maxPictures }, (_, index) => (
            <ToggleGroupItem key={index} value={String(index + 1)} className="flex-1">
              {index + 1}
            </ToggleGroupItem>
          ))}
        </ToggleGroup>
      </Field>
      {failure && (
        <Alert tone="error" title="Nothing was started">
          {failure}
        </Alert>
      )}
      {(tooDear ?? limit) && (
        <p role="status" className="text-sm text-danger">
          {tooDear ?? limit}{" "}
          {tooDear && (
            <Link href="/plan" className="rounded-sm font-medium underline underline-offset-4 focus-ring">
              See your plan
            </Link>
          )}
        </p>
      )}
      <DialogFooter className="flex-col sm:items-center">
        <p className="mr-auto text-sm text-muted-foreground tabular-nums">
          {pictures} pictures · <span className="font-medium text-foreground">{priceInWords(price)}</span>
          {entitlements && entitlements.credits !== null && ` of your ${entitlements.credits}`}
        </p>
        <Button
          pending={isPending}
          disabled={!entitlements || tooDear !== undefined || limit !== undefined}
          onClick={() => run({ pack: pack.id, modelId: model?.id ?? null, fluxModel: fluxModel.id, count })}
        >
          Run the pack
        </Button>
      </DialogFooter>
    </>
  );
}
