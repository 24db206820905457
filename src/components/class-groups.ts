/**
 * Which of our classes set the same property, for `cn`: of two in one group the later one counts. `#` stands for a
 * number or a value in brackets, `*` for anything that is not listed. These are the classes of our sources, where
 * tailwind-merge has all of Tailwind's; the test holds the two against each other, so a class that is missing here
 * turns it red.
 */
const meanings: Record<string, string> = {
  display: "block inline flex inline-flex grid table table-row table-row-group contents hidden",
  layout: "table-fixed",
  position: "static relative absolute fixed sticky",
  visibility: "visible invisible",
  isolation: "isolate",
  reader: "sr-only not-sr-only",

  "flex-direction": "flex-row flex-row-reverse flex-col flex-col-reverse",
  "flex-wrap": "flex-wrap flex-nowrap",
  flex: "flex-*",
  grow: "grow grow-*",
  shrink: "shrink shrink-*",
  content: "content-start content-center content-end",

  // The second half is our own scale, from globals.css.
  "font-size": "text-xs text-sm text-base text-lg text-# text-lead text-heading text-title text-display",
  "text-align": "text-left text-center text-right",
  "text-wrap": "text-balance text-pretty",
  color: "text-*",
  "font-weight": "font-normal font-medium font-semibold",
  "font-family": "font-*",
  "list-position": "list-inside list-outside",
  "list-style": "list-none list-disc list-decimal",
  numbers: "tabular-nums proportional-nums",
  underline: "underline no-underline",
  truncate: "truncate",

  "bg-image": "bg-linear-to-*",
  bg: "bg-*",
  rounded: "rounded rounded-*",
  border: "border border-#",
  "border-t": "border-t border-t-#",
  "border-b": "border-b border-b-#",
  "border-style": "border-dashed border-solid",
  "border-color": "border-*",
  "divide-y": "divide-y divide-y-#",
  outline: "outline outline-#",
  "outline-style": "outline-none",
  "outline-color": "outline-*",
  ring: "ring ring-#",
  "ring-inset": "ring-inset",
  "ring-color": "ring-*",
  "ring-offset": "ring-offset-#",
  "ring-offset-color": "ring-offset-*",
  shadow: "shadow shadow-xs shadow-sm",
  "shadow-color": "shadow-*",
  "stroke-width": "stroke-#",
  stroke: "stroke-*",
  filter: "filter",

  "object-fit": "object-contain object-cover",
  object: "object-*",
  transition: "transition transition-*",
  animate: "animate-none animate-spin animate-pulse",
  select: "select-none select-text select-all",
};

/** Prefixes that set one property whatever follows, and those that do with a `#` behind them. */
const prefixes = {
  "*":
    "overflow overflow-x overflow-y size w min-w max-w h min-h max-h aspect " +
    "p px py pt pr pb pl m mx my mt mr mb ml gap gap-x gap-y " +
    "basis order grid-cols col row justify justify-items justify-self items self place-content place-items " +
    "leading tracking line-clamp whitespace break align underline-offset " +
    "from to rounded-t rounded-b divide outline-offset fill opacity backdrop-blur " +
    "duration rotate scale translate-x translate-y appearance cursor field-sizing pointer-events resize touch touch-pan",
  "#": "inset inset-x inset-y top right bottom left z",
};

/** Classes that set what several others set one by one: those before them are dropped. */
export const covers: Partial<Record<string, string>> = {
  overflow: "overflow-x overflow-y",
  inset: "inset-x inset-y top right bottom left",
  "inset-x": "right left",
  "inset-y": "top bottom",
  flex: "basis grow shrink",
  gap: "gap-x gap-y",
  p: "px py pt pr pb pl",
  px: "pr pl",
  py: "pt pb",
  m: "mx my mt mr mb ml",
  mx: "mr ml",
  my: "mt mb",
  size: "w h",
  "font-size": "leading",
  "line-clamp": "display overflow",
  rounded: "rounded-t rounded-b",
  border: "border-t border-b",
  touch: "touch-pan",
  "touch-pan": "touch",
};

const groups = new Map<string, string>();
for (const [group, names] of Object.entries(meanings)) {
  for (const name of names.split(" ")) groups.set(name, group);
}
for (const [ending, names] of Object.entries(prefixes)) {
  for (const name of names.split(" ")) groups.set(`${name}-${ending}`, name);
}

/** What a class without its variants is about; undefined for one that is not Tailwind's. */
export function findGroup(name: string): string | undefined {
  const [, property] = /^\[([^:]+):/.exec(name) ?? [];
  if (property !== undefined) return `[${property}]`;
  const listed = groups.get(name);
  if (listed !== undefined) return listed;
  // `max-h-4` is `max-h-*` before it is `max-*`.
  for (let dash = name.lastIndexOf("-"); dash > 0; dash = name.lastIndexOf("-", dash - 1)) {
    const [prefix, value] = [name.slice(0, dash + 1), name.slice(dash + 1)];
    const measured = /^[\d[(]/.test(value) ? groups.get(`${prefix}#`) : undefined;
    const group = measured ?? groups.get(`${prefix}*`);
    if (group !== undefined) return group;
  }
  return undefined;
}
