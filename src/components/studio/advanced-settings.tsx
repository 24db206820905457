"use client";

import { ChevronDown } from "lucide-react";
import { useState } from "react";

import { generationRules } from "~/catalog/generation-rules";
import { styles } from "~/catalog/styles";
import { cn } from "~/components/cn";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Slider } from "~/components/ui/slider";
import { Textarea } from "~/components/ui/textarea";

import { withinBounds } from "./check-settings";
import type { SettingsProblems } from "./check-settings";
import type { useStudio } from "./use-studio";

interface AdvancedSettingsProps {
  studio: ReturnType<typeof useStudio>;
  problems: SettingsProblems;
  onEdit: () => void;
}

/** What the FLUX model lets one set, and the seed, folded away until someone wants them or one of them is wrong. */
export function AdvancedSettings({ studio, problems, onEdit }: AdvancedSettingsProps) {
  const [isWanted, setWanted] = useState(false);
  const { settings, change, fluxModel } = studio;
  const isOpen = isWanted || problems.seed !== undefined;
  const steps = withinBounds(settings.steps, fluxModel.steps) ?? fluxModel.steps?.default;
  const guidance = withinBounds(settings.guidance, fluxModel.guidance) ?? styles[settings.style].guidance;

  return (
    <div className="grid gap-5 border-t pt-4">
      <Button
        variant="ghost"
        className="-ml-3 w-fit px-3"
        aria-expanded={isOpen}
        onClick={() => setWanted(!isOpen)}
      >
        <ChevronDown aria-hidden className={cn("transition-transform", isOpen && "rotate-180")} />
        Advanced
      </Button>
      {isOpen && (
        <>
          {fluxModel.steps && steps !== undefined && (
            <Field label="Steps" aside={steps} hint="More steps, more detail, more time.">
              <Slider
                min={fluxModel.steps.min}
                max={fluxModel.steps.max}
                step={1}
                value={steps}
                onValueChange={(value) => change({ steps: value })}
              />
            </Field>
          )}
          {fluxModel.guidance && (
            <Field label="Guidance" aside={guidance} hint="How closely the picture follows the words.">
              <Slider
                min={fluxModel.guidance.min}
                max={fluxModel.guidance.max}
                step={0.5}
                value={guidance}
                onValueChange={(value) => change({ guidance: value })}
              />
            </Field>
          )}
          {fluxModel.takesNegativePrompt && (
            <Field label="Negative prompt" aside="Optional" hint="What the picture should not show.">
              <Textarea
                dir="auto"
                rows={2}
                className="min-h-11"
                maxLength={generationRules.maxPromptLength}
                value={settings.negativePrompt}
                onChange={(event) => change({ negativePrompt: event.target.value })}
              />
            </Field>
          )}
          <Field
            label="Seed"
            error={problems.seed}
            hint="The same seed with the same settings makes the same picture. Empty draws a new one."
          >
            <Input
              inputMode="numeric"
              autoComplete="off"
              placeholder="Random"
              value={settings.seed}
              onChange={(event) => {
                change({ seed: event.target.value.trim() });
                onEdit();
              }}
            />
          </Field>
        </>
      )}
    </div>
  );
}
