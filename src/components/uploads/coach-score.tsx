const RADIUS = 20;
const AROUND = 2 * Math.PI * RADIUS;

/** A score of ten, as a number in a ring that fills. */
export function CoachScore({ score }: { score: number }) {
  return (
    <div role="img" aria-label={`The set scores ${score} of 10`} className="relative size-14 shrink-0">
      <svg aria-hidden viewBox="0 0 48 48" className="size-full -rotate-90">
        <circle cx="24" cy="24" r={RADIUS} fill="none" strokeWidth="4" className="stroke-secondary" />
        <circle
          cx="24"
          cy="24"
          r={RADIUS}
          fill="none"
          strokeWidth="4"
          strokeLinecap="round"
          strokeDasharray={`${(AROUND * score) / 10} ${AROUND}`}
          className="stroke-primary transition-[stroke-dasharray] duration-500"
        />
      </svg>
      <span aria-hidden className="absolute inset-0 grid place-content-center gap-0.5 text-center">
        <span className="text-lg leading-none font-semibold tabular-nums">{score}</span>
        <span className="text-[0.625rem] leading-none text-muted-foreground">of 10</span>
      </span>
    </div>
  );
}
