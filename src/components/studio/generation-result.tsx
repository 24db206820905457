"use client";

import { RotateCcw } from "lucide-react";
import Link from "next/link";

import { aspects } from "~/catalog/aspects";
import { styles } from "~/catalog/styles";
import { cn } from "~/components/cn";
import { Ago } from "~/components/ui/ago";
import { buttonVariants } from "~/components/ui/button-variants";
import type { ApiOutputs } from "~/trpc/react";

import { PictureTile } from "./picture-tile";

export type Generation = ApiOutputs["generations"]["recent"][number];
export type Picture = Generation["pictures"][number];

/** One press of the button: its words and its pictures, each appearing as it is made. */
export function GenerationResult({ generation }: { generation: Generation }) {
  const { prompt, style, modelName, createdAt, aspect, price, count, sourcePictureId } = generation;
  const pictures = generation.pictures.filter(({ status }) => status !== "cancelled");
  const again = pictures.find((picture) => picture.status === "ready");
  const isWide = aspects[aspect].widthPx > aspects[aspect].heightPx;

  return (
    <article className="grid gap-4">
      <header className="flex items-start justify-between gap-4">
        <div className="grid gap-1">
          <h2 dir="auto" className="line-clamp-2 font-medium text-pretty break-words">
            {prompt}
          </h2>
          <p className="text-sm text-muted-foreground">
            {modelName && `${modelName} · `}
            {sourcePictureId ? "Upscale" : styles[style].name} · <Ago at={createdAt} />
          </p>
        </div>
        {again && (
          <Link
            href={`/studio?again=${again.id}`}
            className={cn(buttonVariants({ variant: "ghost", size: "sm" }))}
          >
            <RotateCcw aria-hidden /> Use again
          </Link>
        )}
      </header>
      <p aria-live="polite" className="sr-only">
        {progressInWords(pictures)}
      </p>
      <ul
        className={cn("grid gap-3", isWide ? "sm:grid-cols-2" : "grid-cols-2 xl:grid-cols-3 2xl:grid-cols-4")}
      >
        {pictures.map((picture, index) => (
          <li key={picture.id}>
            <PictureTile
              picture={picture}
              alt={`Picture ${index + 1}: ${prompt}`}
              aspect={`${aspects[aspect].widthPx} / ${aspects[aspect].heightPx}`}
              isPaid={price / count > 0}
            />
          </li>
        ))}
      </ul>
    </article>
  );
}

function progressInWords(pictures: Picture[]): string {
  const ready = pictures.filter((picture) => picture.status === "ready").length;
  const waiting = pictures.filter((picture) => picture.status === "queued").length;
  const failed = pictures.length - ready - waiting;
  const made = `${ready} of ${pictures.length} pictures made.`;
  return failed > 0 ? `${made} ${failed} could not be made.` : made;
}
