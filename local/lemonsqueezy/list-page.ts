import { ApiError } from "./api-error";
import { API_ORIGIN } from "./resources/resource";
import type { Resource } from "./resources/resource";

const PER_PAGE = 10;
const MOST_PER_PAGE = 100;

/** One page of a list, filtered by attributes, as `filter[…]`, `page[number]` and `page[size]` ask. */
export function listPage(url: URL, all: readonly Resource[], filters: readonly string[]): object {
  const matching = all.filter((resource) => isWanted(resource, url, filters));
  const perPage = Math.min(MOST_PER_PAGE, readCount(url, "size") ?? PER_PAGE);
  const lastPage = Math.max(1, Math.ceil(matching.length / perPage));
  const currentPage = readCount(url, "number") ?? 1;
  const from = (currentPage - 1) * perPage;
  const data = matching.slice(from, from + perPage);
  const isEmpty = data.length === 0;

  const linkTo = (page: number) => {
    const link = new URL(url.pathname + url.search, API_ORIGIN);
    link.searchParams.set("page[number]", String(page));
    link.searchParams.set("page[size]", String(perPage));
    return link.href;
  };
  return {
    meta: {
      page: {
        ...{ currentPage, from: isEmpty ? null : from + 1, lastPage, perPage },
        ...{ to: isEmpty ? null : from + data.length, total: matching.length },
      },
    },
    jsonapi: { version: "1.0" },
    links: {
      ...{ first: linkTo(1), last: linkTo(lastPage) },
      ...(currentPage < lastPage && { next: linkTo(currentPage + 1) }),
      ...(currentPage > 1 && { prev: linkTo(currentPage - 1) }),
    },
    data,
  };
}

function isWanted({ attributes }: Resource, url: URL, filters: readonly string[]): boolean {
  return [...url.searchParams].every(([name, value]) => {
    const filter = /^filter\[(\w+)\]$/.exec(name)?.[1];
    if (filter === undefined) return true;
    if (!filters.includes(filter)) throw new ApiError(400, `Filter parameter ${filter} is not allowed.`);
    return String(attributes[filter]) === value;
  });
}

function readCount(url: URL, name: "number" | "size"): number | undefined {
  const given = url.searchParams.get(`page[${name}]`);
  if (given === null) return undefined;
  if (!/^[1-9]\d{0,5}$/.test(given)) throw new ApiError(400, `The page ${name} must be at least 1.`);
  return Number(given);
}
