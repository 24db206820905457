import type { ReactNode } from "react";
import { useId } from "react";

/** One question of the privacy page, with its heading and what is to be known first. */
export function PrivacySection({
  title,
  lead,
  children,
}: {
  title: string;
  lead?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="grid gap-5">
      <div className="grid gap-1.5">
        <h2 id={id} className="text-heading font-semibold">
          {title}
        </h2>
        {lead && <p className="max-w-prose text-muted-foreground">{lead}</p>}
      </div>
      {children}
    </section>
  );
}
