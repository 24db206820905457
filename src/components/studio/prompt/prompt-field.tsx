"use client";

import dynamic from "next/dynamic";

import { generationRules } from "~/catalog/generation-rules";
import { Field } from "~/components/ui/field";
import { Textarea } from "~/components/ui/textarea";
import { listVariables } from "~/prompting/expand-prompt";

import { usePromptVerdict } from "../use-prompt-verdict";
import type { useStudio } from "../use-studio";
import { ExpansionPreview } from "./expansion-preview";
import { HistoryButton } from "./history-button";
import { PromptSuggestions } from "./prompt-suggestions";
import { VariableFields } from "./variable-fields";

const PromptHelp = dynamic(() => import("./prompt-help").then((module) => module.PromptHelp), { ssr: false });

/** The counter is shown from here on: before it, it only distracts. */
const COUNT_FROM = generationRules.maxPromptLength - 200;

interface PromptFieldProps {
  studio: ReturnType<typeof useStudio>;
  problem: string | undefined;
  onEdit: () => void;
  onSubmit: () => void;
}

/** What the pictures should show: typed, taken up again, suggested, or with choices that make several of it. */
export function PromptField({ studio, problem: mistake, onEdit, onSubmit }: PromptFieldProps) {
  const { settings, change, model, entitlements, promptField } = studio;
  const { prompt, values, style } = settings;
  const refusal = usePromptVerdict(prompt);
  const problem = mistake ?? refusal;
  const take = (words: string) => {
    change({ prompt: words });
    onEdit();
  };

  return (
    <div className="grid gap-3">
      <Field
        label="Prompt"
        error={problem}
        aside={
          prompt.length > COUNT_FROM &&
          `${prompt.length.toLocaleString("en")} of ${generationRules.maxPromptLength.toLocaleString("en")}`
        }
      >
        <Textarea
          ref={promptField}
          dir="auto"
          rows={4}
          className="max-h-64"
          placeholder="Where are they, what do they wear, how is the light? {morning | evening} makes both."
          value={prompt}
          onChange={(event) => take(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || !(event.metaKey || event.ctrlKey)) return;
            event.preventDefault();
            onSubmit();
          }}
        />
      </Field>
      <div className="-mt-1 flex flex-wrap items-center gap-1">
        <HistoryButton onChoose={take} />
        {entitlements?.offersPromptHelp && (
          <PromptHelp prompt={prompt} style={style} subject={model?.subject ?? null} onTake={take} />
        )}
      </div>
      <VariableFields
        names={listVariables(prompt)}
        values={values}
        onChange={(changed) => {
          change({ values: { ...values, ...changed } });
          onEdit();
        }}
      />
      {problem === undefined && <ExpansionPreview studio={studio} />}
      <PromptSuggestions subject={model?.subject ?? "person"} style={style} onChoose={take} />
    </div>
  );
}
