import { nameOf } from "./points";
import type { Outcome } from "./play-case";

/** A case as a line of the table: journey, step, what died, when, what came of it. */
export function formatCase({ what, where, outcome, problems, seconds }: Outcome): string {
  const cells = [
    what.journey.padEnd(17),
    nameOf(what.point).padEnd(33),
    what.victim.padEnd(11),
    where.padEnd(18),
  ];
  const verdict = problems.length === 0 ? "ok    " : "BROKEN";
  return `${cells.join(" ")} ${verdict} ${outcome} (${seconds} s)`;
}
