import type { Config } from "tailwind-merge";

type OurConfig = Config<string, never>;
type Groups = OurConfig["classGroups"];
type Meaning = Groups[string];

const anything = () => true;
const isMeasure = (value: string) => /^[\d[(]/.test(value);

/** A group for each prefix that sets one property, whatever stands behind it. */
function each(prefixes: string, values: Meaning = [anything]): Groups {
  return Object.fromEntries(prefixes.split(" ").map((prefix) => [prefix, [{ [prefix]: values }]]));
}

/** A group for each meaning of one prefix; of several that fit, words win over tests, and the first test wins. */
function meanings(prefix: string, of: Record<string, Meaning>): Groups {
  return Object.fromEntries(
    Object.entries(of).map(([name, values]) => [`${prefix}.${name}`, [{ [prefix]: values }]]),
  );
}

const classGroups: Groups = {
  // Where it stands
  display: [
    "block",
    "inline",
    "flex",
    "inline-flex",
    "grid",
    "table",
    "table-row",
    "table-row-group",
    "contents",
    "hidden",
  ],
  layout: ["table-fixed"],
  position: ["static", "relative", "absolute", "fixed", "sticky"],
  visibility: ["visible", "invisible"],
  isolation: ["isolate"],
  reader: ["sr-only", "not-sr-only"],
  ...each("inset inset-x inset-y top right bottom left z", [isMeasure]),
  ...each("overflow overflow-x overflow-y"),

  // How large it is, and what is left free
  ...each("size w min-w max-w h min-h max-h aspect"),
  ...each("p px py pt pr pb pl m mx my mt mr mb ml gap gap-x gap-y"),

  // In a row or a grid
  ...meanings("flex", {
    direction: ["row", "row-reverse", "col", "col-reverse"],
    wrap: ["wrap", "nowrap"],
    share: [anything],
  }),
  ...each("grow shrink", ["", anything]),
  ...each("basis order grid-cols col row justify justify-items justify-self"),
  ...each("items self place-content place-items"),
  ...each("content", ["start", "center", "end"]),

  // Words
  ...meanings("text", {
    // The second half is our own scale, from globals.css.
    size: [
      "xs",
      "sm",
      "base",
      "lg",
      "2xl",
      "3xl",
      "4xl",
      "5xl",
      "lead",
      "heading",
      "title",
      "display",
      isMeasure,
    ],
    side: ["left", "center", "right"],
    wrap: ["balance", "pretty"],
    colour: [anything],
  }),
  ...meanings("font", { weight: ["normal", "medium", "semibold"], family: [anything] }),
  ...meanings("list", { position: ["inside", "outside"], style: ["none", "disc", "decimal"] }),
  ...each("leading tracking line-clamp whitespace break align underline-offset"),
  spacing: ["tabular-nums", "proportional-nums"],
  line: ["underline", "no-underline"],
  cut: ["truncate"],

  // Surfaces and their edges
  ...meanings("bg", { image: [{ "linear-to": [anything] }], colour: [anything] }),
  ...each("from to"),
  ...each("rounded rounded-t rounded-b", ["", anything]),
  ...meanings("border", { width: ["", isMeasure], style: ["dashed", "solid"], colour: [anything] }),
  ...each("border-t border-b divide-y", ["", isMeasure]),
  ...each("divide"),
  ...meanings("outline", { width: ["", isMeasure], style: ["none"], colour: [anything] }),
  ...each("outline-offset"),
  ...meanings("ring", { width: ["", isMeasure], inset: ["inset"], colour: [anything] }),
  ...meanings("ring-offset", { width: [isMeasure], colour: [anything] }),
  ...meanings("shadow", { size: ["", "xs", "sm"], colour: [anything] }),
  ...meanings("stroke", { width: [isMeasure], colour: [anything] }),
  ...each("fill opacity backdrop-blur"),
  ...each("filter", [""]),

  // Pictures
  ...meanings("object", { fit: ["contain", "cover"], position: [anything] }),

  // What moves, and what answers to a press
  ...each("transition", ["", anything]),
  ...each("duration rotate scale translate-x translate-y"),
  ...each("animate", ["none", "spin", "pulse"]),
  ...each("appearance cursor field-sizing pointer-events resize touch touch-pan"),
  ...each("select", ["none", "text", "all"]),
};

/** Classes that set what several others set one by one: those are dropped before them. */
const conflictingClassGroups: OurConfig["conflictingClassGroups"] = {
  overflow: ["overflow-x", "overflow-y"],
  inset: ["inset-x", "inset-y", "top", "right", "bottom", "left"],
  "inset-x": ["right", "left"],
  "inset-y": ["top", "bottom"],
  "flex.share": ["basis", "grow", "shrink"],
  gap: ["gap-x", "gap-y"],
  p: ["px", "py", "pt", "pr", "pb", "pl"],
  px: ["pr", "pl"],
  py: ["pt", "pb"],
  m: ["mx", "my", "mt", "mr", "mb", "ml"],
  mx: ["mr", "ml"],
  my: ["mt", "mb"],
  size: ["w", "h"],
  "text.size": ["leading"],
  "line-clamp": ["display", "overflow"],
  rounded: ["rounded-t", "rounded-b"],
  "border.width": ["border-t", "border-b"],
  touch: ["touch-pan"],
  "touch-pan": ["touch"],
};

/**
 * Which of our classes set the same property, for `cn`. tailwind-merge's own list knows all of Tailwind and is four
 * times what merges by it; this one knows the classes that stand in our sources. Its test holds it against the whole
 * list: a class that is missing here turns it red.
 */
export const classGroupsConfig: OurConfig = {
  cacheSize: 500,
  theme: {},
  classGroups,
  conflictingClassGroups,
  conflictingClassGroupModifiers: {},
  orderSensitiveModifiers: ["before", "after", "marker", "placeholder"],
};
