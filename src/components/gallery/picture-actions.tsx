"use client";

import { Download, Heart, RotateCcw, Share2, Trash2 } from "lucide-react";
import Link from "next/link";

import { RemixActions } from "~/components/studio/remix-actions";
import { Button } from "~/components/ui/button";

import { cn } from "../cn";
import { openPanel } from "./panel-store";

interface PictureActionsProps {
  id: string;
  isFavourite: boolean;
  isShared: boolean;
  onFavour: () => void;
  onDelete: () => void;
}

/** What can be done with a picture. */
export function PictureActions({ id, isFavourite, isShared, onFavour, onDelete }: PictureActionsProps) {
  return (
    <div className="grid gap-2">
      <Button asChild>
        <a href={`/api/files/picture/${id}?as=download`} download>
          <Download aria-hidden /> Download
        </a>
      </Button>
      <Button asChild variant="secondary">
        <Link href={`/studio?again=${id}`}>
          <RotateCcw aria-hidden /> Use again
        </Link>
      </Button>
      <RemixActions id={id} />
      <div className="grid grid-cols-2 gap-2">
        <Button variant="secondary" aria-pressed={isFavourite} onClick={onFavour}>
          <Heart aria-hidden className={cn(isFavourite && "fill-current text-primary")} /> Favourite
        </Button>
        <Button variant="secondary" onClick={() => openPanel({ kind: "share", id })}>
          <Share2 aria-hidden className={cn(isShared && "text-primary")} /> {isShared ? "Shared" : "Share"}
        </Button>
      </div>
      <Button variant="ghost" className="text-danger" onClick={onDelete}>
        <Trash2 aria-hidden /> Delete
      </Button>
    </div>
  );
}
