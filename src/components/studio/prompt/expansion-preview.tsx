"use client";

import { ChevronDown } from "lucide-react";
import { useState } from "react";

import { cn } from "~/components/cn";
import { Button } from "~/components/ui/button";

import type { useStudio } from "../use-studio";

/** What a prompt with choices is written out to, and how many pictures that makes; nothing for one without. */
export function ExpansionPreview({ studio }: { studio: ReturnType<typeof useStudio> }) {
  const [isOpen, setOpen] = useState(false);
  const { settings, expansion } = studio;
  if (!/[{}]/.test(settings.prompt)) return null;
  if (!expansion.ok) {
    return (
      <p role="status" className="text-sm text-muted-foreground">
        {expansion.problem}
      </p>
    );
  }
  const { prompts, template } = expansion;
  if (template === null) return null;

  const pictures = prompts.length * settings.count;
  return (
    <div className="grid gap-2 rounded-xl bg-secondary/40 p-3 text-sm">
      <div className="flex flex-wrap items-center justify-between gap-x-3">
        <p role="status">
          <span className="font-medium">
            {prompts.length} {prompts.length === 1 ? "prompt" : "prompts"}
          </span>
          , {pictures} {pictures === 1 ? "picture" : "pictures"}
        </p>
        <Button
          variant="ghost"
          size="sm"
          className="-mr-2"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <ChevronDown aria-hidden className={cn("transition-transform", isOpen && "rotate-180")} />
          Preview
        </Button>
      </div>
      {isOpen && (
        <ol
          aria-label="Written out"
          className="grid max-h-56 list-inside list-decimal gap-1 overflow-y-auto text-muted-foreground"
        >
          {prompts.map((prompt) => (
            <li key={prompt} dir="auto" className="break-words">
              {prompt}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
