"use client";

import { Shuffle } from "lucide-react";
import { useState } from "react";

import { suggestPrompts } from "~/catalog/prompt-suggestions";
import type { StyleId } from "~/catalog/styles";
import type { SubjectId } from "~/catalog/subjects";
import { Button } from "~/components/ui/button";

const SHOWN = 3;

/** A few prompts to start from, by subject and style; pressing one fills the field. */
export function PromptSuggestions({
  subject,
  style,
  onChoose,
}: {
  subject: SubjectId;
  style: StyleId;
  onChoose: (prompt: string) => void;
}) {
  const [start, setStart] = useState(0);
  const all = suggestPrompts(subject, style);
  const shown = Array.from({ length: SHOWN }, (_, index) => all[(start + index) % all.length] ?? "");

  return (
    <div className="grid gap-2">
      <div className="flex items-center justify-between text-sm text-muted-foreground">
        <span id="suggestions">Suggestions</span>
        <Button variant="ghost" size="sm" onClick={() => setStart(start + SHOWN)}>
          <Shuffle aria-hidden /> Others
        </Button>
      </div>
      <ul aria-labelledby="suggestions" className="grid gap-1.5">
        {shown.map((prompt) => (
          <li key={prompt}>
            <button
              type="button"
              className="min-h-11 w-full rounded-lg bg-secondary/60 px-3 py-2 text-left text-sm focus-ring transition-colors hover:bg-secondary sm:min-h-0"
              onClick={() => onChoose(prompt)}
            >
              {prompt}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
