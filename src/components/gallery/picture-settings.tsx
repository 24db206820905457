"use client";

import { format } from "date-fns";
import { Copy } from "lucide-react";
import { toast } from "sonner";

import { fluxModels } from "~/catalog/flux-models";
import { styles } from "~/catalog/styles";
import { Button } from "~/components/ui/button";
import { Skeleton } from "~/components/ui/skeleton";
import type { ApiOutputs } from "~/trpc/react";

type Picture = ApiOutputs["pictures"]["byId"];

/** The settings a picture was made with. */
export function PictureSettings({ picture }: { picture: Picture | undefined }) {
  if (!picture) return <Skeleton className="h-48 rounded-lg" />;

  const { prompt, modelName, style, fluxModel, aspect, seed, steps, guidance, widthPx, heightPx, createdAt } =
    picture;
  const facts: [string, string | number | null][] = [
    ["Model", modelName ?? "No one in particular"],
    ["Style", styles[style].name],
    ["FLUX model", fluxModels[fluxModel].name],
    ["Left out", picture.negativePrompt],
    ["Aspect", `${aspect} (${widthPx ?? "?"} × ${heightPx ?? "?"})`],
    ["Steps", steps],
    ["Guidance", guidance],
    ["Made", format(createdAt, "d MMMM yyyy, HH:mm")],
  ];
  return (
    <div className="grid gap-4">
      <p dir="auto" className="text-pretty break-words">
        {prompt}
      </p>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2 text-sm">
        {facts.map(
          ([name, value]) =>
            value !== null && (
              <div key={name} className="contents">
                <dt className="text-muted-foreground">{name}</dt>
                <dd className="text-right">{value}</dd>
              </div>
            ),
        )}
        <dt className="text-muted-foreground">Seed</dt>
        <dd className="flex items-center justify-end gap-1 tabular-nums">
          {seed}
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label="Copy the seed"
            onClick={() => {
              void navigator.clipboard.writeText(String(seed)).then(() => toast.success("Seed copied"));
            }}
          >
            <Copy aria-hidden />
          </Button>
        </dd>
      </dl>
    </div>
  );
}
