"use client";

import { Check, Copy } from "lucide-react";
import { useState } from "react";

import { Button } from "~/components/ui/button";

/** A link of this site in full, to be copied or marked by hand. */
export function CopyLink({ path }: { path: string }) {
  const [isCopied, setCopied] = useState(false);
  const link = `${window.location.origin}${path}`;
  return (
    <div className="flex items-center gap-2 rounded-xl border bg-muted/40 p-2 pl-3.5">
      <code data-testid="erasure-link" className="min-w-0 flex-1 text-xs break-all select-all">
        {link}
      </code>
      <Button
        type="button"
        variant="secondary"
        size="sm"
        onClick={() => {
          // Where the clipboard is not allowed, the link can be marked.
          void navigator.clipboard.writeText(link).then(
            () => setCopied(true),
            () => undefined,
          );
        }}
      >
        {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
        <span aria-live="polite">{isCopied ? "Copied" : "Copy link"}</span>
      </Button>
    </div>
  );
}
