import { dayChoices, deletedModels, noModel } from "~/catalog/gallery-rules";
import type { PictureFilter } from "~/catalog/gallery-rules";
import { styleIds } from "~/catalog/styles";

/** Something that answers what an address says: `URLSearchParams`, or Next's of a page. */
interface Params {
  get: (name: string) => string | null;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The filter that an address asks for. What makes no sense in it is passed over, so that an old link still opens. */
export function readFilter(params: Params): PictureFilter {
  const model = params.get("model") ?? "";
  const style = styleIds.find((id) => id === params.get("style"));
  const days = dayChoices.find((choice) => String(choice) === params.get("days"));
  const from = readInstant(params.get("from"));
  const to = readInstant(params.get("to"));
  return {
    ...((model === noModel || model === deletedModels || uuid.test(model)) && { model }),
    ...(style && { style }),
    ...(params.get("favourite") === "1" && { isFavourite: true }),
    ...(days && { days }),
    ...(from && { from }),
    ...(to && { to }),
  };
}

/** A filter as an address says it: "?style=anime&favourite=1", or nothing for all pictures. */
export function writeFilter(filter: PictureFilter): string {
  const { model, style, isFavourite, days, from, to } = filter;
  const said = { model, style, favourite: isFavourite && "1", days: days && String(days), from, to };
  const params = new URLSearchParams(
    Object.entries(said).flatMap(([name, value]) => (value ? [[name, value]] : [])),
  );
  return params.size === 0 ? "" : `?${params.toString()}`;
}

/** As a change to a filter: nothing is asked for any more. */
export const noFilter = {
  model: undefined,
  style: undefined,
  isFavourite: undefined,
  days: undefined,
  from: undefined,
  to: undefined,
} satisfies Record<keyof PictureFilter, undefined>;

/** Whether anything is asked for at all. */
export function isFiltered(filter: PictureFilter): boolean {
  return writeFilter(filter) !== "";
}

function readInstant(text: string | null): string | undefined {
  const instant = new Date(text ?? "");
  return Number.isNaN(instant.getTime()) ? undefined : instant.toISOString();
}
