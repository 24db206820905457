import type { ReactNode } from "react";

import { cn } from "../cn";

interface PageHeaderProps {
  title: ReactNode;
  description?: ReactNode;
  /** Buttons at the far end. */
  actions?: ReactNode;
  className?: string;
}

/** The top of a signed-in page: its `h1`, a sentence, and what can be done here. */
export function PageHeader({ title, description, actions, className }: PageHeaderProps) {
  return (
    <div className={cn("mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-4 sm:mb-10", className)}>
      <div className="grid gap-2">
        <h1 className="font-serif text-title">{title}</h1>
        {description && <p className="max-w-prose text-muted-foreground">{description}</p>}
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </div>
  );
}
