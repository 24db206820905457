"use client";

import { generationRules } from "~/catalog/generation-rules";
import { Field } from "~/components/ui/field";
import { Textarea } from "~/components/ui/textarea";
import { ToggleGroup, ToggleGroupItem } from "~/components/ui/toggle-group";

import { AdvancedSettings } from "./advanced-settings";
import { AspectPicker } from "./aspect-picker";
import type { SettingsProblems } from "./check-settings";
import { ModelPicker } from "./model-picker";
import { PromptSuggestions } from "./prompt-suggestions";
import { StylePicker } from "./style-picker";
import { usePromptVerdict } from "./use-prompt-verdict";
import type { useStudio } from "./use-studio";

/** The counter is shown from here on: before it, it only distracts. */
const COUNT_FROM = generationRules.maxPromptLength - 200;

interface StudioFormProps {
  studio: ReturnType<typeof useStudio>;
  problems: SettingsProblems;
  /** The user has changed something: what was wrong may not be any more. */
  onEdit: () => void;
  onSubmit: () => void;
}

/** Every setting of the next generation. */
export function StudioForm({ studio, problems, onEdit, onSubmit }: StudioFormProps) {
  const { settings, change, model } = studio;
  const length = settings.prompt.length;
  const refusal = usePromptVerdict(settings.prompt);

  return (
    <>
      <ModelPicker studio={studio} />
      <div className="grid gap-3">
        <Field
          label="Prompt"
          error={problems.prompt ?? refusal}
          aside={
            length > COUNT_FROM &&
            `${length.toLocaleString("en")} of ${generationRules.maxPromptLength.toLocaleString("en")}`
          }
        >
          <Textarea
            dir="auto"
            rows={4}
            className="max-h-64"
            placeholder="Where are they, what do they wear, how is the light?"
            value={settings.prompt}
            onChange={(event) => {
              change({ prompt: event.target.value });
              onEdit();
            }}
            onKeyDown={(event) => {
              if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
              event.preventDefault();
              onSubmit();
            }}
          />
        </Field>
        <PromptSuggestions
          subject={model?.subject ?? "person"}
          onChoose={(prompt) => {
            change({ prompt });
            onEdit();
          }}
        />
      </div>
      <StylePicker value={settings.style} onChange={(style) => change({ style })} />
      <AspectPicker value={settings.aspect} onChange={(aspect) => change({ aspect })} />
      <Field label="Count">
        <ToggleGroup
          value={String(settings.count)}
          onValueChange={(value) => change({ count: Number(value) })}
        >
          {Array.from({ length: generationRules.maxPictures }, (_, index) => String(index + 1)).map(
            (count) => (
              <ToggleGroupItem key={count} value={count} className="flex-1">
                {count}
              </ToggleGroupItem>
            ),
          )}
        </ToggleGroup>
      </Field>
      <AdvancedSettings studio={studio} problems={problems} onEdit={onEdit} />
    </>
  );
}
