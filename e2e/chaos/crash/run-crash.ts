import { createRandom } from "~/local/photos/random";

import type { Known } from "../books/audit";
import { settle } from "../set/settle";
import { formatCase } from "./format-case";
import { insist } from "./insist";
import type { Journey } from "./journey";
import type { Report, World } from "../set/world";
import { buy } from "./journeys/buy";
import { erase } from "./journeys/erase";
import { generate } from "./journeys/generate";
import { train } from "./journeys/train";
import { upload } from "./journeys/upload";
import { playCase } from "./play-case";
import { casesOf, pointsOf } from "./points";
import type { Case } from "./points";

export interface CrashWish {
  seed: string;
  /** How many cases are drawn; all when left out. */
  cases?: number;
  /** How often each is played; a kill in the middle comes elsewhere each time. */
  times?: number;
  /** Only the journeys whose name begins like this. */
  journey?: string;
  /** Only the cases that say this: a step, a part, a moment. */
  filter?: string;
}

/** Kills each part before, in the middle of and after each step of each journey, in a set of the built app. */
export async function runCrash(world: World, wish: CrashWish): Promise<Report> {
  const random = createRandom(wish.seed);
  const problems: string[] = [];
  const all = [train("instant"), train("fine-tuned"), generate, upload, buy, erase];
  const journeys = all.filter(({ name }) => name.startsWith(wish.journey ?? ""));
  const cases: Case[] = [];
  for (const journey of journeys) cases.push(...casesOf(journey.name, await learnPoints(world, journey)));
  const chosen = choose(cases, wish, (list) => shuffle(list, random));
  console.log(`${chosen.length} of ${cases.length} cases, seed ${wish.seed}`);

  const known: Known = new Set();
  for (const what of chosen) {
    const journey = journeys.find(({ name }) => name === what.journey);
    if (!journey) continue;
    const outcome = await playCase(world, { journey, what, random, known });
    console.log(formatCase(outcome));
    problems.push(...outcome.problems.map((problem) => `${formatCase(outcome)}: ${problem}`));
  }
  return { lines: [`${chosen.length} cases`], problems };
}

/** Plays a journey once with nothing killed, and sees by which steps it comes. */
async function learnPoints(world: World, journey: Journey) {
  const stage = await journey.prepare(world);
  await world.handles.freeSteps();
  await insist(stage.press);
  await stage.follow?.();
  await settle(world);
  const { seen } = await world.handles.readSteps();
  const { outcome, problems } = await stage.tell();
  console.log(`${journey.name}, undisturbed: ${outcome}`);
  if (problems.length > 0) throw new Error(`${journey.name}: ${problems.join(", ")}`);
  return pointsOf(seen);
}

function choose(cases: Case[], wish: CrashWish, mix: (cases: Case[]) => Case[]): Case[] {
  const { filter = "", cases: count, times = 1 } = wish;
  const fitting = cases
    .filter((what) => JSON.stringify(what).includes(filter))
    .flatMap((what) => Array<Case>(times).fill(what));
  return count === undefined ? fitting : mix(fitting).slice(0, count);
}

function shuffle(
  cases: readonly Case[],
  { between }: { between: (low: number, high: number) => number },
): Case[] {
  return cases
    .map((what) => ({ what, at: between(0, 1) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ what }) => what);
}
