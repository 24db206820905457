import type { Random } from "~/local/photos/random";

import { waitFor } from "../set/wait-for";
import type { World } from "../set/world";
import type { Stage } from "./journey";
import { insist } from "./insist";
import type { Case } from "./points";

const REACH_MS = 60_000;
/** A step takes up to some thirty round trips to the database; past its last one the kill comes after it. */
const MOST_ROUND_TRIPS = 12;
/** So long a vendor takes over what it is asked while it is to be killed in the middle. */
const SLOW_MS = 700;
/** Where vendors can be slowed down. */
const slowParts = {
  together: ["images", "queue", "storage"],
  uploadthing: ["upload", "api", "files", "metadata"],
};

export interface Reached {
  /** Resolves when the press has been answered; that may take the part that is dead now. */
  pressed: Promise<unknown>;
  /** Where exactly it stopped, for people. */
  where: string;
}

/**
 * Plays a journey up to the point where something is to die, and has it stand there.
 *
 * @returns undefined when the journey did not come by.
 */
export async function reachPoint(
  world: World,
  played: { stage: Stage; what: Case; random: Random },
): Promise<Reached | undefined> {
  const { stage, what, random } = played;
  const { handles } = world;
  const { point, when, victim } = what;
  if (point === "press") return reachPress(world, played);

  await handles.holdStep({ ...point, when: when === "after" ? "after" : "before" });
  const pressed = insist(stage.press);
  if (!(await waitForStep(world))) return undefined;
  if (when !== "middle") return { pressed, where: when };

  const isOver = async () => ((await handles.readSteps()).held?.when === "after" ? "after it" : undefined);
  if (victim === "together" || victim === "uploadthing") {
    const faults = slowParts[victim].map((on) => ({ on, kind: "delay", ms: SLOW_MS, times: 50 }));
    await handles.fail(victim, { faults });
    await handles.holdStep({ ...point, when: "after" });
    const isAsked = async () =>
      (await handles.describe(victim)).underWay > 0 ? "while it was asked" : undefined;
    const where = await waitFor(async () => (await isAsked()) ?? (await isOver()), REACH_MS);
    if (where !== "after it") await handles.freeSteps();
    return { pressed, where: where ?? "never" };
  }
  const trips = random.whole(0, MOST_ROUND_TRIPS);
  await handles.holdMessages(trips);
  await handles.holdStep({ ...point, when: "after" });
  const isHeld = async () => ((await handles.readMessages()).isHeld ? `at query ${trips + 1}` : undefined);
  const where = await waitFor(async () => (await isHeld()) ?? (await isOver()), REACH_MS);
  return { pressed, where: where ?? "never" };
}

async function reachPress(
  world: World,
  { stage, what, random }: { stage: Stage; what: Case; random: Random },
): Promise<Reached> {
  const { handles } = world;
  if (what.when === "before") return { pressed: Promise.resolve(), where: "before" };
  if (what.when === "after") {
    await insist(stage.press);
    return { pressed: Promise.resolve(), where: "after" };
  }
  const trips = random.whole(0, MOST_ROUND_TRIPS);
  await handles.holdMessages(trips);
  let isAnswered = false;
  const pressed = insist(stage.press).finally(() => {
    isAnswered = true;
  });
  const isHeld = async () => ((await handles.readMessages()).isHeld ? `at query ${trips + 1}` : undefined);
  const isOver = () => (isAnswered ? "after it" : undefined);
  const where = await waitFor(async () => (await isHeld()) ?? isOver(), REACH_MS);
  return { pressed, where: where ?? "never" };
}

function waitForStep({ handles }: World) {
  return waitFor(async () => (await handles.readSteps()).held ?? undefined, REACH_MS);
}
