"use client";

import { useDeferredValue, useEffect, useMemo, useState } from "react";

import type { checkPrompt } from "~/catalog/check-prompt";

/** Why the server would refuse a prompt, while it is being written; undefined when it would not. The rules come with the first word. */
export function usePromptVerdict(prompt: string): string | undefined {
  const [rules, setRules] = useState<{ check: typeof checkPrompt } | null>(null);
  const written = useDeferredValue(prompt);
  const hasWords = written.trim() !== "";
  useEffect(() => {
    if (!hasWords) return;
    // Without them the server still refuses, at the press.
    void import("~/catalog/check-prompt").then(
      ({ checkPrompt: check }) => setRules({ check }),
      () => undefined,
    );
  }, [hasWords]);
  return useMemo(() => rules?.check(written)?.reason, [rules, written]);
}
