"use client";

import { ImageOff } from "lucide-react";
import { type ReactNode, useCallback, useState } from "react";

import { cn } from "../cn";
import { Skeleton } from "./skeleton";

interface PictureFrameProps {
  /** Where the picture is; undefined while it is being made. */
  src?: string | undefined;
  alt: string;
  /** Width to height, as CSS: "4 / 5". Keeps the place, so nothing jumps. */
  aspect: string;
  fit?: "cover" | "contain";
  /** True for pictures in the first screen. */
  eager?: boolean;
  /** Neither shimmers nor fades: among thousands, where each moving tile is a layer of its own to the browser. */
  still?: boolean;
  /** In the middle while there is no `src`: a spinner, "Waiting". */
  placeholder?: ReactNode;
  /** Stands in for a picture that was never made: "Refused. Your credit is back." Wins over `src`. */
  failed?: ReactNode;
  /** Over the picture: buttons, badges. */
  children?: ReactNode;
  className?: string;
  onLoad?: () => void;
}

interface Loading {
  src: string | undefined;
  state: "waiting" | "shown" | "broken";
}

/** A box of fixed shape that a picture fades into. A plain `<img>`: private pictures never pass an optimiser's cache. */
export function PictureFrame(props: PictureFrameProps) {
  const {
    src,
    alt,
    aspect,
    fit = "cover",
    eager = false,
    still = false,
    placeholder,
    failed,
    children,
    className,
    onLoad,
  } = props;
  const [seen, setSeen] = useState<Loading>({ src, state: "waiting" });
  const state = seen.src === src ? seen.state : "waiting";
  const isFailed = failed !== undefined && failed !== null;

  // A picture may be complete, or have failed, before React listens.
  const noticeComplete = useCallback(
    (image: HTMLImageElement | null) => {
      if (image?.complete !== true || image.currentSrc === "") return;
      setSeen({ src, state: image.naturalWidth > 0 ? "shown" : "broken" });
    },
    [src],
  );

  return (
    <div
      data-slot="picture-frame"
      data-state={isFailed ? "failed" : src === undefined ? "empty" : state}
      className={cn("relative isolate overflow-hidden rounded-xl bg-secondary", className)}
      style={{ aspectRatio: aspect }}
    >
      {isFailed ? (
        <Fallback>{failed}</Fallback>
      ) : state === "broken" ? (
        <Fallback>This picture could not be loaded.</Fallback>
      ) : (
        <>
          {state !== "shown" && !still && <Skeleton className="absolute inset-0 rounded-none" />}
          {src === undefined && placeholder && (
            <div className="absolute inset-0 grid place-items-center p-4 text-center text-sm text-muted-foreground">
              {placeholder}
            </div>
          )}
          {src !== undefined && (
            // eslint-disable-next-line @next/next/no-img-element -- see the doc comment
            <img
              ref={noticeComplete}
              src={src}
              alt={alt}
              loading={eager ? "eager" : "lazy"}
              decoding="async"
              onLoad={() => {
                setSeen({ src, state: "shown" });
                onLoad?.();
              }}
              onError={() => {
                setSeen({ src, state: "broken" });
              }}
              className={cn(
                "absolute inset-0 size-full",
                fit === "cover" ? "object-cover" : "object-contain",
                !still && "transition-[opacity,scale] duration-700 ease-out-soft",
                !still && (state === "shown" ? "scale-100 opacity-100" : "scale-[1.02] opacity-0"),
              )}
            />
          )}
        </>
      )}
      {children}
    </div>
  );
}

function Fallback({ children }: { children: ReactNode }) {
  return (
    <div className="absolute inset-0 flex flex-col items-center justify-center gap-2 p-4 text-center text-sm text-muted-foreground">
      <ImageOff aria-hidden className="size-5 shrink-0" />
      <div>{children}</div>
    </div>
  );
}
