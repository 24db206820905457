import type { Random } from "~/local/photos/random";

import { audit, wordsOf } from "../books/audit";
import type { Known } from "../books/audit";
import { settle } from "../set/settle";
import { insist } from "./insist";
import type { Journey } from "./journey";
import type { World } from "../set/world";
import type { Case } from "./points";
import { reachPoint } from "./reach-point";

export interface Outcome {
  what: Case;
  where: string;
  outcome: string;
  problems: string[];
  seconds: number;
}

/** Plays one journey, kills one part at one point, starts it again, waits until everything is over, and holds all rows, files and jobs against the rules. */
export async function playCase(
  world: World,
  { journey, what, random, known }: { journey: Journey; what: Case; random: Random; known: Known },
): Promise<Outcome> {
  const { set, db, handles, home } = world;
  const startedAt = Date.now();
  const stage = await journey.prepare(world);
  const reached = await reachPoint(world, { stage, what, random });
  await set.kill(what.victim);
  const again = what.point === "press" && what.when === "before" ? insist(stage.press) : reached?.pressed;
  // What was held and is still there goes on, into the arms of what is dead.
  if (what.victim !== "inngest") await handles.freeSteps();
  if (what.victim !== "postgres") await handles.freeMessages();
  await set.start(what.victim);
  await again;
  await stage.follow?.();

  const { minutes, late, orphans } = await settle({ db, handles, home });
  if (what.victim !== "inngest") await handles.freeSteps();
  const { breaches, orphans: left } = await audit(db, home);
  const told = await stage.tell();
  for (const part of ["together", "uploadthing"] as const) await handles.reset(part);
  const fresh = [...breaches, ...left].map(wordsOf).filter((words) => !known.has(words));
  for (const words of fresh) known.add(words);
  const extras = [
    ...(minutes > 0 ? [`over after ${minutes} min`] : []),
    ...(orphans > 0 ? [`${orphans} stray files dropped at night`] : []),
  ];
  return {
    what,
    where: reached?.where ?? "not reached",
    outcome: [told.outcome, ...extras].join(", "),
    problems: [...late.map((row) => `late: ${row}`), ...told.problems, ...fresh],
    seconds: Math.round((Date.now() - startedAt) / 1000),
  };
}
