"use client";

import { Download, RotateCcw, Trash2 } from "lucide-react";
import Link from "next/link";

import { RemixActions } from "~/components/studio/remix-actions";
import { ConfirmDialog } from "~/components/ui/alert-dialog";
import { Button } from "~/components/ui/button";

import { useDeletePicture } from "./use-pictures";

/** What can be done with a picture. */
export function PictureActions({ id, onDeleted }: { id: string; onDeleted: () => void }) {
  const remove = useDeletePicture();
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
      <ConfirmDialog
        title="Delete this picture?"
        description="It goes from your gallery and from our storage, and cannot be brought back."
        confirm="Delete picture"
        trigger={
          <Button variant="ghost" className="text-danger">
            <Trash2 aria-hidden /> Delete
          </Button>
        }
        onConfirm={() => {
          remove.mutate({ pictureId: id });
          onDeleted();
        }}
      />
    </div>
  );
}
