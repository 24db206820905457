"use client";

import { generationRules } from "~/catalog/generation-rules";
import { Field } from "~/components/ui/field";
import { ToggleGroup, ToggleGroupItem } from "~/components/ui/toggle-group";

import { AdvancedSettings } from "./advanced-settings";
import { AspectPicker } from "./aspect-picker";
import type { SettingsProblems } from "./check-settings";
import { ModelPicker } from "./model-picker";
import { PromptField } from "./prompt/prompt-field";
import { StylePicker } from "./style-picker";
import type { useStudio } from "./use-studio";

interface StudioFormProps {
  studio: ReturnType<typeof useStudio>;
  problems: SettingsProblems;
  /** The user has changed something: what was wrong may not be any more. */
  onEdit: () => void;
  onSubmit: () => void;
}

/** Every setting of the next generation. */
export function StudioForm({ studio, problems, onEdit, onSubmit }: StudioFormProps) {
  const { settings, change } = studio;

  return (
    <>
      <ModelPicker studio={studio} />
      <PromptField studio={studio} problem={problems.prompt} onEdit={onEdit} onSubmit={onSubmit} />
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
