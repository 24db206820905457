"use client";

import { useState } from "react";

import { Ago } from "~/components/ui/ago";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogTitle } from "~/components/ui/dialog";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Skeleton } from "~/components/ui/skeleton";
import { trpc } from "~/trpc/react";

/** What the user has typed lately; one press takes it into the form again. */
export function HistoryDialog({
  onClose,
  onChoose,
}: {
  onClose: () => void;
  onChoose: (prompt: string) => void;
}) {
  const { data, isError, refetch } = trpc.generations.history.useQuery();
  const [wanted, setWanted] = useState("");
  const found = data?.filter(({ prompt }) => prompt.toLowerCase().includes(wanted.trim().toLowerCase()));

  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent className="flex max-h-[min(40rem,calc(100dvh-2rem))] flex-col sm:max-w-xl">
        <DialogTitle>Your prompts</DialogTitle>
        <DialogDescription>Press one to use it again, with its choices.</DialogDescription>
        {data && data.length > 6 && (
          <Field label="Find" labelHidden>
            <Input
              type="search"
              placeholder="Find a prompt"
              value={wanted}
              onChange={(event) => setWanted(event.target.value)}
            />
          </Field>
        )}
        {isError && !data && (
          <Alert
            tone="error"
            title="Your prompts could not be loaded"
            action={<Button onClick={() => void refetch()}>Try again</Button>}
          >
            They are safe. Check your connection.
          </Alert>
        )}
        {!data && !isError && <Skeleton className="h-40 rounded-xl" />}
        {found?.length === 0 && (
          <p className="py-6 text-center text-sm text-muted-foreground">
            {wanted === ""
              ? "Nothing yet: what you type and generate is kept here."
              : "No prompt has these words."}
          </p>
        )}
        <ul className="-mx-2 grid gap-1 overflow-y-auto">
          {found?.map(({ prompt, createdAt }) => (
            <li key={prompt}>
              <button
                type="button"
                className="grid min-h-11 w-full gap-0.5 rounded-lg px-2 py-2 text-left text-sm focus-ring transition-colors hover:bg-secondary"
                onClick={() => onChoose(prompt)}
              >
                <span dir="auto" className="line-clamp-3 break-words">
                  {prompt}
                </span>
                <span className="text-xs text-muted-foreground">
                  <Ago at={createdAt} />
                </span>
              </button>
            </li>
          ))}
        </ul>
      </DialogContent>
    </Dialog>
  );
}
