import type { ReactNode } from "react";

import { cn } from "../cn";

interface LandingPictureProps {
  /** A file in /public/landing, without its ending. */
  name: string;
  alt: string;
  /** Width to height, as CSS. */
  aspect?: string;
  /** True in the first screen. */
  eager?: boolean;
  /** Over the picture. */
  children?: ReactNode;
  className?: string;
}

/** One of our own pictures. The files are WebP at the size they are shown, so no optimiser stands in between, nor its script. */
export function LandingPicture({
  name,
  alt,
  aspect = "4 / 5",
  eager = false,
  children,
  className,
}: LandingPictureProps) {
  return (
    <div
      className={cn("relative isolate overflow-hidden rounded-xl bg-secondary", className)}
      style={{ aspectRatio: aspect }}
    >
      {/* eslint-disable-next-line @next/next/no-img-element -- see the doc comment */}
      <img
        src={`/landing/${name}.webp`}
        alt={alt}
        loading={eager ? "eager" : "lazy"}
        fetchPriority={eager ? "high" : "auto"}
        decoding="async"
        className="absolute inset-0 size-full object-cover object-[50%_18%]"
      />
      {children}
    </div>
  );
}
