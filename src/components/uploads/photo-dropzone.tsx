"use client";

import { ImagePlus } from "lucide-react";
import { useDropzone } from "react-dropzone";

import { photoRules } from "~/catalog/photo-rules";
import { cn } from "~/components/cn";
import { Button } from "~/components/ui/button";

/** What the picker offers. What is dropped is judged by its bytes, so that nothing disappears without a word. */
const OFFERED = "image/jpeg,image/png,image/webp,image/heic,image/heif,.heic,.heif";

interface PhotoDropzoneProps {
  /** Places left. */
  room: number;
  onFiles: (files: File[]) => void;
}

/** Takes photos by drag and drop, or from the picker, which is the camera roll on a phone. */
export function PhotoDropzone({ room, onFiles }: PhotoDropzoneProps) {
  const { getRootProps, getInputProps, isDragActive, open } = useDropzone({
    onDrop: onFiles,
    noKeyboard: true,
  });
  const { maxBytes, minShortSidePx } = photoRules;

  return (
    <div
      {...getRootProps({
        role: "group",
        "aria-label": "Add photos",
        tabIndex: -1,
        className: cn(
          "grid cursor-pointer justify-items-center gap-4 rounded-2xl border border-dashed border-input/60 bg-card px-6 py-8 text-center transition-colors outline-none hover:border-input sm:py-12",
          isDragActive && "border-primary bg-accent",
        ),
      })}
    >
      <input {...getInputProps({ accept: OFFERED, "aria-label": "Photo files" })} />
      <span
        aria-hidden
        className="grid size-12 place-items-center rounded-2xl bg-accent text-accent-foreground max-sm:hidden"
      >
        <ImagePlus className="size-5.5" />
      </span>
      <div className="grid gap-1">
        <p className="font-medium">
          {isDragActive ? (
            "Let go to add them"
          ) : (
            <>
              <span className="max-sm:hidden">Drop photos here, or choose them</span>
              <span className="sm:hidden">Choose from your camera roll</span>
            </>
          )}
        </p>
        <p className="text-sm text-muted-foreground">
          JPEG, PNG, WebP or HEIC, up to {maxBytes / 1024 / 1024} MB, at least {minShortSidePx} pixels on the
          short side
        </p>
      </div>
      <Button
        variant={room > 0 ? "primary" : "secondary"}
        onClick={(event) => {
          // The zone around it opens the picker too.
          event.stopPropagation();
          open();
        }}
      >
        Choose photos
      </Button>
    </div>
  );
}
