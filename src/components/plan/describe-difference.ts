import { fluxModels } from "~/catalog/flux-models";
import { plans } from "~/catalog/plans";
import type { Plan, PlanId } from "~/catalog/plans";

export interface Difference {
  sign: "more" | "less";
  words: string;
}

/** What another plan brings and takes, next to the one a user has; the most asked for first. */
export function describeDifference(fromId: PlanId, toId: PlanId): Difference[] {
  const from: Plan = plans[fromId];
  const to: Plan = plans[toId];
  return [
    ...compare(creditsOf(from), creditsOf(to), (many) =>
      many === Infinity ? "unlimited pictures" : `${many} more pictures a month`,
    ),
    ...compare(from.modelSlots ?? Infinity, to.modelSlots ?? Infinity, (many) =>
      many === Infinity ? "as many models as you like" : `${many} more ${many === 1 ? "model" : "models"}`,
    ),
    ...compare(
      from.fineTuningsPerMonth,
      to.fineTuningsPerMonth,
      (many) => `${many} more fine-tunings a month`,
    ),
    ...compareFluxModels(from, to),
  ];
}

/** What comes each month: Free's three pictures come once. */
function creditsOf({ credits, creditsCome }: Plan): number {
  if (creditsCome === "once") return 0;
  return credits ?? Infinity;
}

function compare(from: number, to: number, words: (many: number) => string): Difference[] {
  if (from === to) return [];
  const many = Math.abs(to - from);
  if (to > from) return [{ sign: "more", words: capitalise(words(many)) }];
  return [
    {
      sign: "less",
      words: capitalise(
        words(many)
          .replace(" more ", " fewer ")
          .replace(/^(unlimited|as many)/, "no longer $1"),
      ),
    },
  ];
}

function compareFluxModels(from: Plan, to: Plan): Difference[] {
  const names = (of: Plan, but: Plan) =>
    of.fluxModels.filter((id) => !but.fluxModels.includes(id)).map((id) => fluxModels[id].name);
  const [gained, lost] = [names(to, from), names(from, to)];
  return [
    ...(gained.length > 0 ? [{ sign: "more", words: gained.join(", ") } as const] : []),
    ...(lost.length > 0 ? [{ sign: "less", words: `Without ${lost.join(", ")}` } as const] : []),
  ];
}

function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
