import type { Victim } from "../set/open-set";
import { victims } from "../set/open-set";

/** A step of a function, or the press of the button itself. */
export type Point = { step: string; function: string } | "press";
export type When = "before" | "middle" | "after";

export interface Case {
  journey: string;
  point: Point;
  when: When;
  victim: Victim;
}

/** Steps that bear an id or a number stand for each other: `make-0192…` and `check-7` become `make-*` and `check-*`. */
export function pointsOf(seen: readonly { function: string; step: string }[]): Point[] {
  const points = new Map<string, Point>();
  for (const { function: name, step } of seen) {
    // The sweep belongs to no journey: it may run at any time.
    if (name.includes("sweep-stalled") || name.includes("reconcile-billing")) continue;
    const pattern = step.replace(/-(?:[\da-f]{8}-[\da-f]{4}-.*|\d+)$/, "-*");
    points.set(`${name}/${pattern}`, { function: name, step: pattern });
  }
  return ["press", ...points.values()];
}

/** Every part, killed before, in the middle of and after every point. */
export function casesOf(journey: string, points: readonly Point[]): Case[] {
  return points.flatMap((point) =>
    (["before", "middle", "after"] as const).flatMap((when) =>
      victims.map((victim) => ({ journey, point, when, victim })),
    ),
  );
}

/** For people: "train-model: submit". */
export function nameOf(point: Point): string {
  return point === "press" ? "the press" : `${point.function.replace(/^likeness-/, "")}: ${point.step}`;
}
