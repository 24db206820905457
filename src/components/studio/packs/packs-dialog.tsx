"use client";

import Image from "next/image";
import { useState } from "react";

import { packIds } from "~/catalog/pack-names";
import type { PackId } from "~/catalog/pack-names";
import { packs } from "~/catalog/packs";
import { Dialog, DialogContent, DialogDescription, DialogTitle } from "~/components/ui/dialog";

import type { useStudio } from "../use-studio";
import { PackDetails } from "./pack-details";

/** The packs to choose from, and the chosen one with its price. */
export function PacksDialog({
  studio,
  onClose,
}: {
  studio: ReturnType<typeof useStudio>;
  onClose: () => void;
}) {
  const [chosen, setChosen] = useState<PackId | null>(null);
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent className="max-h-[calc(100dvh-1rem)] overflow-y-auto sm:max-w-2xl">
        {chosen === null ? (
          <>
            <DialogTitle>Packs</DialogTitle>
            <DialogDescription>Eight pictures that belong together, in one press.</DialogDescription>
            <ul className="mt-2 grid gap-2 sm:grid-cols-2">
              {packIds.map((id) => (
                <li key={id}>
                  <button
                    type="button"
                    className="flex size-full items-center gap-4 rounded-xl border p-3 text-left focus-ring transition-colors hover:bg-secondary/60"
                    onClick={() => setChosen(id)}
                  >
                    <span className="relative size-16 shrink-0 overflow-hidden rounded-lg">
                      <Image
                        src={`/landing/picture-${packs[id].cover}.webp`}
                        alt=""
                        fill
                        sizes="64px"
                        className="object-cover object-[50%_25%]"
                      />
                    </span>
                    <span className="grid gap-0.5">
                      <span className="font-medium">{packs[id].name}</span>
                      <span className="text-sm text-muted-foreground">{packs[id].pitch}</span>
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </>
        ) : (
          <PackDetails
            key={chosen}
            studio={studio}
            pack={packs[chosen]}
            onBack={() => setChosen(null)}
            onStarted={onClose}
          />
        )}
      </DialogContent>
    </Dialog>
  );
}
