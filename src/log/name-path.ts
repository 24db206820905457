const MOST_CHARACTERS = 120;
/** Links that are keys stand in paths, as `/api/shared/TOKEN`. Our own ids, which open nothing, are told apart by their shape. */
const KEY = /^(?![0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$)[\w%-]{20,}$/i;

/** A request's path as a line of the log may name it: without keys, and not as long as a visitor likes. */
export function namePath(pathname: string): string {
  const parts = pathname.split("/").map((part) => (KEY.test(part) ? "…" : part));
  return parts.join("/").slice(0, MOST_CHARACTERS);
}
