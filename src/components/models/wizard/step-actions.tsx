import type { ReactNode } from "react";

/** The buttons at the end of a step: the way on last, at the right; on phones on top of each other. */
export function StepActions({ children }: { children: ReactNode }) {
  return (
    <div className="flex flex-col-reverse gap-3 pt-2 sm:flex-row sm:items-center sm:justify-between">
      {children}
    </div>
  );
}
