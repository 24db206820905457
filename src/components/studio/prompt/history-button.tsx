"use client";

import { History } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";

import { Button } from "~/components/ui/button";

const HistoryDialog = dynamic(() => import("./history-dialog").then((module) => module.HistoryDialog), {
  ssr: false,
});

/** Opens what was typed before. The list loads when it is asked for. */
export function HistoryButton({ onChoose }: { onChoose: (prompt: string) => void }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="ghost"
        size="sm"
        className="-ml-2"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <History aria-hidden /> History
      </Button>
      {isOpen && (
        <HistoryDialog
          onClose={() => setOpen(false)}
          onChoose={(prompt) => {
            onChoose(prompt);
            setOpen(false);
          }}
        />
      )}
    </>
  );
}
