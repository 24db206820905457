import type { ReactNode } from "react";

import { cn } from "../cn";

interface SectionProps {
  id: string;
  title: ReactNode;
  lead?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A part of the landing page that the header can link to. */
export function Section({ id, title, lead, className, children }: SectionProps) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className={cn("page-width py-12 sm:py-16 lg:py-20", className)}
    >
      <div className="mb-10 grid max-w-2xl gap-4 sm:mb-14">
        <h2 id={`${id}-title`} className="font-serif text-title">
          {title}
        </h2>
        {lead && <p className="text-lead text-muted-foreground">{lead}</p>}
      </div>
      {children}
    </section>
  );
}
