import type { ComponentType, ReactNode } from "react";

import { cn } from "../cn";
import { DocumentLink } from "./document-link";

interface WordmarkProps {
  href: string;
  /** How it leads there; by loading a new document unless told otherwise. */
  as?: ComponentType<{ href: string; className: string; children: ReactNode }>;
  className?: string;
}

/** The name and its mark, as a link home. */
export function Wordmark({ href, as: Anchor = DocumentLink, className }: WordmarkProps) {
  return (
    <Anchor
      href={href}
      className={cn(
        "-m-2 inline-flex items-center gap-2.5 rounded-lg p-2 font-semibold focus-ring",
        className,
      )}
    >
      <Mark className="size-6 text-primary" />
      <span className="text-[1.0625rem] tracking-[-0.02em]">Likeness</span>
    </Anchor>
  );
}

/** Two circles, alike and not the same: what they share is solid. */
function Mark({ className }: { className?: string }) {
  return (
    <svg aria-hidden viewBox="0 0 24 24" fill="none" className={className}>
      <circle cx="9" cy="12" r="7.25" stroke="currentColor" strokeWidth="1.5" />
      <circle cx="15" cy="12" r="7.25" stroke="currentColor" strokeWidth="1.5" />
      <path d="M12 5.4a7.25 7.25 0 0 1 0 13.2 7.25 7.25 0 0 1 0-13.2Z" fill="currentColor" />
    </svg>
  );
}
