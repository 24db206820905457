"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useEffect } from "react";

import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Dialog, DialogContent, DialogTitle } from "~/components/ui/dialog";
import { PictureFrame } from "~/components/ui/picture-frame";
import { trpc } from "~/trpc/react";

import { PictureActions } from "./picture-actions";
import { PictureSettings } from "./picture-settings";
import type { GalleryPicture } from "./use-pictures";

interface PictureDialogProps {
  id: string;
  /** What the gallery has loaded, for going to the neighbours. */
  pictures: GalleryPicture[];
  onOpen: (id: string) => void;
  onClose: () => void;
}

/** One picture large, with the settings it was made with and what can be done with it. */
export function PictureDialog({ id, pictures, onOpen, onClose }: PictureDialogProps) {
  const { data: picture, error } = trpc.pictures.byId.useQuery({ pictureId: id });
  const index = pictures.findIndex((candidate) => candidate.id === id);
  const newer = index > 0 ? pictures[index - 1] : undefined;
  const older = index >= 0 ? pictures[index + 1] : undefined;
  useArrowKeys(newer && (() => onOpen(newer.id)), older && (() => onOpen(older.id)));

  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        aria-describedby={undefined}
        className="max-h-[calc(100dvh-1rem)] overflow-y-auto sm:max-w-3xl lg:max-w-5xl lg:grid-cols-[minmax(0,1fr)_20rem] lg:gap-8"
      >
        {error ? (
          <div className="lg:col-span-2">
            <DialogTitle>Picture</DialogTitle>
            <Alert tone="error" title="This picture cannot be shown" className="mt-4">
              {error.data ? error.message : "We could not be reached. Check your connection."}
            </Alert>
          </div>
        ) : (
          <>
            <div className="relative grid place-items-center rounded-xl bg-secondary/40">
              <PictureFrame
                key={id}
                src={`/api/files/picture/${id}?as=view`}
                alt={picture?.prompt ?? "Loading"}
                aspect={`${picture?.widthPx ?? 4} / ${picture?.heightPx ?? 5}`}
                className="max-h-[70dvh] w-full max-w-full lg:max-h-[80dvh]"
                fit="contain"
                eager
              />
              <div className="pointer-events-none absolute inset-x-2 flex justify-between">
                <Step label="Newer picture" onPress={newer && (() => onOpen(newer.id))} />
                <Step label="Older picture" isNext onPress={older && (() => onOpen(older.id))} />
              </div>
            </div>
            <div className="grid content-start gap-6">
              <DialogTitle>Picture</DialogTitle>
              <PictureSettings picture={picture} />
              <PictureActions
                id={id}
                onDeleted={() => {
                  const next = older ?? newer;
                  if (next) onOpen(next.id);
                  else onClose();
                }}
              />
            </div>
          </>
        )}
      </DialogContent>
    </Dialog>
  );
}

function Step({
  label,
  isNext = false,
  onPress,
}: {
  label: string;
  isNext?: boolean;
  onPress: (() => void) | undefined;
}) {
  const Icon = isNext ? ChevronRight : ChevronLeft;
  return (
    <Button
      variant="secondary"
      size="icon"
      aria-label={label}
      className="pointer-events-auto rounded-full disabled:opacity-0"
      disabled={!onPress}
      onClick={onPress}
    >
      <Icon aria-hidden />
    </Button>
  );
}

function useArrowKeys(onLeft: (() => void) | undefined, onRight: (() => void) | undefined): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key === "ArrowLeft") onLeft?.();
      if (event.key === "ArrowRight") onRight?.();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [onLeft, onRight]);
}
