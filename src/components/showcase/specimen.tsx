import type { ReactNode } from "react";

/** A part of the design system. */
export function Chapter({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="grid gap-8 border-t pt-8">
      <h2 className="font-serif text-title">{title}</h2>
      {children}
    </section>
  );
}

/** One piece in its states, side by side. */
export function Specimen({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-3">
      <h3 className="text-sm font-medium text-muted-foreground">{name}</h3>
      <div className="flex flex-wrap items-start gap-4">{children}</div>
    </div>
  );
}
