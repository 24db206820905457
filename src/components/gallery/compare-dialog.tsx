"use client";

import { Alert } from "~/components/ui/alert";
import { Badge } from "~/components/ui/badge";
import { Dialog, DialogContent, DialogDescription, DialogTitle } from "~/components/ui/dialog";
import { PictureFrame } from "~/components/ui/picture-frame";
import { Skeleton } from "~/components/ui/skeleton";
import { trpc } from "~/trpc/react";

import { cn } from "../cn";
import { compareFacts } from "./compare-facts";
import type { OpenedPicture } from "./list-facts";
import { reasonOf } from "./say-failure";

/** Two to four pictures side by side, with what differs in how they were made. */
export function CompareDialog({ ids, onClose }: { ids: string[]; onClose: () => void }) {
  const queries = trpc.useQueries((api) => ids.map((pictureId) => api.pictures.byId({ pictureId })));
  const failed = queries.find((query) => query.error)?.error;
  const pictures = queries.flatMap((query) => query.data ?? []);
  const isReady = pictures.length === ids.length;

  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent className="content-start max-sm:max-h-[96dvh] sm:max-h-[94dvh] sm:max-w-[min(96vw,84rem)]">
        <div className="grid gap-1">
          <DialogTitle>Compare</DialogTitle>
          <DialogDescription>What differs between them is marked.</DialogDescription>
        </div>
        {failed ? (
          <Alert tone="error" title="They cannot be compared">
            {reasonOf(failed)}
          </Alert>
        ) : (
          <>
            {/* Four on a phone are two by two: side by side they would be stamps. */}
            <ul
              aria-label="Compared pictures"
              className={cn(
                "grid items-center gap-2 sm:gap-3",
                ids.length === 2 && "grid-cols-2",
                ids.length === 3 && "grid-cols-3",
                ids.length === 4 && "grid-cols-2 sm:grid-cols-4",
              )}
            >
              {ids.map((id, index) => (
                <li key={id} className="relative grid gap-1.5">
                  <PictureFrame
                    src={`/api/files/picture/${id}?as=view`}
                    alt={queries[index]?.data?.prompt ?? "Loading"}
                    aspect="4 / 5"
                    fit="contain"
                    eager
                    className="max-h-[58dvh] w-full"
                  />
                  <span className="text-center text-sm font-medium text-muted-foreground tabular-nums">
                    {index + 1}
                  </span>
                </li>
              ))}
            </ul>
            {isReady ? <Differences pictures={pictures} /> : <Skeleton className="h-48" />}
          </>
        )}
      </DialogContent>
    </Dialog>
  );
}

function Differences({ pictures }: { pictures: OpenedPicture[] }) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full table-fixed text-sm" style={{ minWidth: `${pictures.length * 7.5}rem` }}>
        <caption className="sr-only">Settings of the compared pictures</caption>
        <thead className="sr-only">
          <tr>
            {pictures.map((picture, index) => (
              <th key={picture.id} scope="col">
                Picture {index + 1}
              </th>
            ))}
          </tr>
        </thead>
        {compareFacts(pictures).map(({ name, values, differs }) => (
          <tbody key={name} className="border-t" data-differs={differs}>
            <tr>
              <th
                scope="rowgroup"
                colSpan={pictures.length}
                className="px-2 pt-2.5 pb-0.5 text-left font-normal text-muted-foreground"
              >
                <span className="inline-flex items-center gap-2">
                  {name} {differs && <Badge tone="accent">Differs</Badge>}
                </span>
              </th>
            </tr>
            <tr>
              {values.map((value, index) => (
                <td
                  key={pictures[index]?.id}
                  dir="auto"
                  className={cn(
                    "px-2 pb-2.5 align-top break-words tabular-nums",
                    differs ? "font-medium" : "text-muted-foreground",
                  )}
                >
                  {value}
                </td>
              ))}
            </tr>
          </tbody>
        ))}
      </table>
    </div>
  );
}
