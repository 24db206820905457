"use client";

import { packNames } from "~/catalog/pack-names";
import { Ago } from "~/components/ui/ago";
import { Button } from "~/components/ui/button";
import { Progress } from "~/components/ui/progress";

import type { Generation } from "./generation-result";
import { PictureTile } from "./picture-tile";
import { useQueueActions } from "./queue/use-queue";

/** A press of several prompts, a pack or one with choices: one progress, one set of pictures. */
export function PressResult({ generations }: { generations: readonly [Generation, ...Generation[]] }) {
  const [first] = generations;
  const { cancel } = useQueueActions();
  const pictures = generations.flatMap((generation) =>
    generation.pictures.map((picture) => ({
      ...picture,
      prompt: generation.prompt,
      isPaid: generation.price > 0,
    })),
  );
  const shown = pictures.filter(({ status }) => status !== "cancelled");
  const waiting = pictures.filter(({ status, begun }) => status === "queued" && !begun).length;
  const moving = pictures.some(({ status }) => status === "queued");
  const settled = shown.filter(({ status }) => status !== "queued").length;
  const name = first.pack === null ? (first.template ?? first.prompt) : packNames[first.pack];

  return (
    <article aria-label={name} className="grid gap-4">
      <header className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="grid gap-1">
          <h2 dir="auto" className="line-clamp-2 font-medium text-pretty break-words">
            {name}
          </h2>
          <p className="text-sm text-muted-foreground">
            {first.modelName && `${first.modelName} · `}
            {first.pack === null ? `${generations.length} prompts` : "Pack"} · <Ago at={first.createdAt} />
          </p>
        </div>
        {waiting > 0 && (
          <Button
            variant="ghost"
            size="sm"
            pending={cancel.isPending}
            onClick={() => cancel.mutate({ requestId: first.requestId })}
          >
            Cancel the {waiting} that {waiting === 1 ? "waits" : "wait"}
          </Button>
        )}
      </header>
      <div role="status" className="grid gap-1.5 text-sm text-muted-foreground tabular-nums">
        {moving && (
          <Progress value={(settled / Math.max(1, shown.length)) * 100} label={`Progress of ${name}`} />
        )}
        <span>{progressInWords(shown, pictures.length - shown.length)}</span>
      </div>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 xl:grid-cols-4">
        {shown.map(({ id, prompt, isPaid, ...picture }) => (
          <li key={id}>
            <PictureTile picture={{ id, ...picture }} alt={prompt} aspect="4 / 5" isPaid={isPaid} />
          </li>
        ))}
      </ul>
    </article>
  );
}

function progressInWords(pictures: readonly { status: string }[], cancelled: number): string {
  const ready = pictures.filter(({ status }) => status === "ready").length;
  const failed = pictures.filter(({ status }) => status === "failed" || status === "refused").length;
  const parts = [
    `${ready} of ${pictures.length} made`,
    ...(failed > 0 ? [`${failed} could not be made`] : []),
    ...(cancelled > 0 ? [`${cancelled} cancelled and given back`] : []),
  ];
  return `${parts.join(", ")}.`;
}
