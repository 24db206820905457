"use client";

import { Check } from "lucide-react";
import { useState } from "react";

import { consent } from "~/catalog/consent";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { CheckboxOption } from "~/components/ui/checkbox-option";
import { trpc } from "~/trpc/react";

interface ConsentPanelProps {
  modelId: string;
  /** Called once it is written down, to list the model again. */
  onAgreed: () => Promise<unknown>;
}

/** What is done with the photos, in plain words, and the promise about whom they show: before the first one is sent. */
export function ConsentPanel({ modelId, onAgreed }: ConsentPanelProps) {
  const [isChecked, setChecked] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const agree = trpc.models.agree.useMutation({ onSuccess: onAgreed });

  return (
    <section aria-labelledby="consent-title" className="grid gap-4 rounded-2xl border bg-card p-4 sm:p-6">
      <h3 id="consent-title" className="font-semibold">
        What is done with your photos
      </h3>
      <ul className="grid gap-2 text-sm">
        {consent.points.map((point) => (
          <li key={point} className="flex gap-2.5">
            <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />
            {point}
          </li>
        ))}
      </ul>
      <div className="border-t pt-3">
        <CheckboxOption
          checked={isChecked}
          onCheckedChange={(checked) => {
            setChecked(checked === true);
            setAsked(false);
          }}
          error={isAsked && "Confirm this to choose photos."}
        >
          {consent.statement}
        </CheckboxOption>
      </div>
      {agree.error && (
        <Alert tone="error" title="Your consent was not recorded">
          {agree.error.message}
        </Alert>
      )}
      <Button
        size="lg"
        className="sm:justify-self-start"
        pending={agree.isPending}
        onClick={() => {
          setAsked(!isChecked);
          if (isChecked) agree.mutate({ modelId, consentVersion: consent.version });
        }}
      >
        Agree and choose photos
      </Button>
    </section>
  );
}
