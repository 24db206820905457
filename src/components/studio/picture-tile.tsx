"use client";

import Link from "next/link";

import { PictureFrame } from "~/components/ui/picture-frame";
import { Spinner } from "~/components/ui/spinner";

import type { Picture } from "./generation-result";

interface PictureTileProps {
  picture: Picture;
  alt: string;
  aspect: string;
  /** Whether a credit was taken for it, and so given back. */
  isPaid: boolean;
}

/** One picture of a press: made, being made, waiting, or why it is not there. */
export function PictureTile({ picture, alt, aspect, isPaid }: PictureTileProps) {
  const { id, status, failure, begun } = picture;
  if (status === "ready") {
    return (
      <Link
        href={`/gallery?picture=${id}`}
        className="block rounded-xl focus-ring"
        aria-label={`Open ${alt}`}
      >
        <PictureFrame src={`/api/files/picture/${id}?as=thumbnail`} alt={alt} aspect={aspect} eager />
      </Link>
    );
  }
  if (status === "queued") {
    const news = begun ? (
      <Spinner label="Being made" />
    ) : (
      <span className="text-sm text-muted-foreground">In the queue</span>
    );
    return <PictureFrame alt={alt} aspect={aspect} placeholder={news} />;
  }
  return (
    <PictureFrame
      alt={alt}
      aspect={aspect}
      failed={
        <span role="status" className="grid gap-1">
          <span>{failure}</span>
          {isPaid && <span className="font-medium text-foreground">Your credit is back.</span>}
        </span>
      }
    />
  );
}
