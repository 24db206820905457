"use client";

import { LayoutGrid } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";

import { Button } from "~/components/ui/button";

import type { useStudio } from "../use-studio";

const PacksDialog = dynamic(() => import("./packs-dialog").then((module) => module.PacksDialog), {
  ssr: false,
});

/** Opens the packs. They load when they are asked for. */
export function PacksButton({ studio }: { studio: ReturnType<typeof useStudio> }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="secondary" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <LayoutGrid aria-hidden /> Packs
      </Button>
      {isOpen && <PacksDialog studio={studio} onClose={() => setOpen(false)} />}
    </>
  );
}
