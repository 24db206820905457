import type { ReactNode } from "react";

import { cn } from "../cn";

interface EmptyStateProps {
  icon?: ReactNode;
  title: ReactNode;
  description?: ReactNode;
  /** The one thing to do next. */
  action?: ReactNode;
  className?: string;
}

/** A place with nothing in it yet: says what will be here and offers the first step. */
export function EmptyState({ icon, title, description, action, className }: EmptyStateProps) {
  return (
    <div
      data-slot="empty-state"
      className={cn(
        "flex flex-col items-center justify-center gap-4 rounded-2xl border border-dashed px-6 py-16 text-center sm:py-24",
        className,
      )}
    >
      {icon && (
        <span
          aria-hidden
          className="grid size-14 place-items-center rounded-2xl bg-accent text-accent-foreground [&_svg]:size-6"
        >
          {icon}
        </span>
      )}
      <div className="grid max-w-md gap-1.5">
        <h2 className="text-heading font-semibold">{title}</h2>
        {description && <p className="text-sm text-muted-foreground sm:text-base">{description}</p>}
      </div>
      {action && <div className="mt-2 flex flex-wrap justify-center gap-3">{action}</div>}
    </div>
  );
}
