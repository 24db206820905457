"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useEffect } from "react";

import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Dialog, DialogContent, DialogTitle } from "~/components/ui/dialog";
import { PictureFrame } from "~/components/ui/picture-frame";
import { trpc } from "~/trpc/react";

import { focusTile } from "./focus-tile";
import { markGone, useGalleryStore } from "./gallery-store";
import { PictureActions } from "./picture-actions";
import { PictureSettings } from "./picture-settings";
import { reasonOf } from "./say-failure";
import { useDeletePictures } from "./use-delete-pictures";
import { useDialogKeys } from "./use-dialog-keys";
import { useFavourPictures } from "./use-favour-pictures";
import type { GalleryPicture } from "./use-pictures";
import { useSwipe } from "./use-swipe";

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
  const known = useGalleryStore((state) => state.favourites.get(id));
  const favour = useFavourPictures();
  const remove = useDeletePictures();
  const index = pictures.findIndex((candidate) => candidate.id === id);
  const newer = index > 0 ? pictures[index - 1] : undefined;
  const older = index >= 0 ? pictures[index + 1] : undefined;
  const isFavourite = known ?? picture?.isFavourite ?? pictures[index]?.isFavourite ?? false;
  // Deleted meanwhile, perhaps in another tab: the list has no place for it either.
  const isGone = error?.data?.failure === "NOT_FOUND";
  useEffect(() => {
    if (isGone) markGone([id], true);
  }, [isGone, id]);

  const actions = {
    newer: newer && (() => onOpen(newer.id)),
    older: older && (() => onOpen(older.id)),
    favour: () => void favour([id], !isFavourite),
    remove: () => {
      const next = older ?? newer;
      if (next) onOpen(next.id);
      else onClose();
      void remove([id]);
    },
  };
  useDialogKeys(error ? { newer: actions.newer, older: actions.older } : actions);
  const swipe = useSwipe(actions);

  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        aria-describedby={undefined}
        className="max-h-[calc(100dvh-1rem)] overflow-y-auto sm:max-w-3xl lg:max-w-5xl lg:grid-cols-[minmax(0,1fr)_20rem] lg:gap-8"
        onInteractOutside={(event) => {
          // Undo lies over the page, not behind the dialog.
          if (event.target instanceof Element && event.target.closest("[data-sonner-toaster]")) {
            event.preventDefault();
          }
        }}
        onCloseAutoFocus={(event) => {
          // Back to where one was, which need not be what opened it.
          event.preventDefault();
          if (index >= 0) focusTile(id);
        }}
      >
        {error ? (
          <div className="lg:col-span-2">
            <DialogTitle>Picture</DialogTitle>
            <Alert tone="error" title="This picture cannot be shown" className="mt-4">
              {reasonOf(error)}
            </Alert>
          </div>
        ) : (
          <>
            <div
              className="relative grid touch-pan-y place-items-center rounded-xl bg-secondary/40"
              {...swipe}
            >
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
                <Step label="Newer picture" onPress={actions.newer} />
                <Step label="Older picture" isNext onPress={actions.older} />
              </div>
            </div>
            <div className="grid content-start gap-6">
              <DialogTitle>Picture</DialogTitle>
              <PictureSettings picture={picture} />
              <PictureActions
                id={id}
                isFavourite={isFavourite}
                isShared={picture?.share != null}
                onFavour={actions.favour}
                onDelete={actions.remove}
              />
            </div>
          </>
        )}
      </DialogContent>
    </Dialog>
  );
}

function Step(props: { label: string; isNext?: boolean; onPress: (() => void) | undefined }) {
  const { label, isNext = false, onPress } = props;
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
