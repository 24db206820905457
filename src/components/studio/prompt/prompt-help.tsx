"use client";

import { WandSparkles } from "lucide-react";
import { useState } from "react";

import type { StyleId } from "~/catalog/styles";
import type { SubjectId } from "~/catalog/subjects";
import { Button } from "~/components/ui/button";

import { askForHelp } from "./ask-for-help";

interface PromptHelpProps {
  prompt: string;
  style: StyleId;
  subject: SubjectId | null;
  onTake: (prompt: string) => void;
}

type State =
  | { is: "idle" }
  | { is: "asking" }
  | { is: "suggested"; suggestion: string }
  | { is: "declined"; message: string };

/** Offers a language model's version of the prompt. It stands beside the user's own until they take it. */
export function PromptHelp({ prompt, style, subject, onTake }: PromptHelpProps) {
  const [state, setState] = useState<State>({ is: "idle" });
  const words = prompt.trim();

  async function ask() {
    setState({ is: "asking" });
    const answer = await askForHelp({ prompt: words, style, subject });
    setState(
      "suggestion" in answer
        ? { is: "suggested", suggestion: answer.suggestion }
        : { is: "declined", message: answer.message },
    );
  }

  return (
    <>
      <Button
        variant="ghost"
        size="sm"
        pending={state.is === "asking"}
        disabled={words === ""}
        onClick={() => void ask()}
      >
        {state.is !== "asking" && <WandSparkles aria-hidden />}
        Suggest a better one
      </Button>
      <div aria-live="polite" className="contents">
        {state.is === "declined" && <p className="w-full text-sm text-muted-foreground">{state.message}</p>}
        {state.is === "suggested" && (
          <div className="grid w-full gap-3 rounded-xl border border-dashed p-3 text-sm">
            <p dir="auto" className="break-words">
              <span className="mb-1 block text-xs text-muted-foreground">Suggestion</span>
              {state.suggestion}
            </p>
            <div className="flex flex-wrap gap-2">
              <Button
                variant="secondary"
                size="sm"
                onClick={() => {
                  onTake(state.suggestion);
                  setState({ is: "idle" });
                }}
              >
                Use it
              </Button>
              <Button variant="ghost" size="sm" onClick={() => setState({ is: "idle" })}>
                Keep mine
              </Button>
            </div>
          </div>
        )}
      </div>
    </>
  );
}
