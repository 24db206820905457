import type { ReactNode } from "react";

import { Progress } from "~/components/ui/progress";

interface UsageMeterProps {
  label: string;
  /** The large number. */
  value: ReactNode;
  /** What it is out of, or how it is counted. */
  detail: ReactNode;
  /** 0 to 1; null where nothing is counted. */
  share: number | null;
  testId: string;
}

/** How much of something is used. */
export function UsageMeter({ label, value, detail, share, testId }: UsageMeterProps) {
  const isFull = share !== null && share >= 1;
  return (
    <div data-testid={testId} className="grid content-start gap-2.5">
      <p className="text-sm text-muted-foreground">{label}</p>
      <p className="font-serif text-4xl leading-none tabular-nums">{value}</p>
      {share !== null && (
        <Progress
          label={`${label}: ${Math.round(share * 100)} percent used`}
          value={share * 100}
          tone={isFull ? "danger" : "primary"}
          className="h-1.5"
        />
      )}
      <p className="text-sm text-muted-foreground tabular-nums">{detail}</p>
    </div>
  );
}
