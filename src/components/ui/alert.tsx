import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

import { cn } from "../cn";

const tones = {
  info: { icon: Info, classes: "bg-secondary/60", iconClasses: "text-muted-foreground" },
  success: { icon: CircleCheck, classes: "border-success/25 bg-success-soft", iconClasses: "text-success" },
  warning: { icon: TriangleAlert, classes: "border-warning/30 bg-warning-soft", iconClasses: "text-warning" },
  error: { icon: CircleAlert, classes: "border-danger/25 bg-danger-soft", iconClasses: "text-danger" },
};

interface AlertProps {
  tone?: keyof typeof tones;
  title: ReactNode;
  /** What happened and what to do. */
  children?: ReactNode;
  /** Buttons or links. */
  action?: ReactNode;
  className?: string;
}

/** Something the reader should know about the page they are on. Warnings and errors are read aloud as they appear. */
export function Alert({ tone = "info", title, children, action, className }: AlertProps) {
  const { icon: Icon, classes, iconClasses } = tones[tone];
  return (
    <div
      data-slot="alert"
      data-tone={tone}
      role={tone === "error" || tone === "warning" ? "alert" : "status"}
      className={cn("flex gap-3 rounded-xl border p-4 text-sm", classes, className)}
    >
      <Icon aria-hidden className={cn("mt-0.5 size-4.5 shrink-0", iconClasses)} />
      <div className="grid min-w-0 flex-1 gap-1">
        <p className="leading-5.5 font-medium">{title}</p>
        {children && <div className="leading-relaxed text-foreground/80">{children}</div>}
        {action && <div className="mt-2 flex flex-wrap gap-2">{action}</div>}
      </div>
    </div>
  );
}
