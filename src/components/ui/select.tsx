"use client";

import { ChevronDown } from "lucide-react";
import type * as Parts from "./select-parts";
import { Children, createContext, isValidElement, useContext } from "react";
import type { ComponentProps, ReactNode } from "react";

import { cn } from "../cn";
import { useLoaded } from "../use-loaded";
import { controlClasses } from "./control-classes";
import { useFieldControl } from "./field-context";

const loadParts = () => import("./select-parts");

interface Closed {
  /** What is chosen, in words. */
  label: ReactNode;
  disabled: boolean | undefined;
  want: () => void;
}

/** The list's parts once they have been loaded; until then, what the closed select shows. */
const SelectContext = createContext<{ parts: typeof Parts } | { closed: Closed } | null>(null);

function useParts(): typeof Parts | undefined {
  const select = useContext(SelectContext);
  return select !== null && "parts" in select ? select.parts : undefined;
}

type SelectProps = Pick<
  ComponentProps<typeof Parts.Root>,
  "value" | "onValueChange" | "disabled" | "children"
>;

/**
 * A choice of one from a list: `<Select><SelectTrigger/><SelectContent><SelectItem/>…`, the items directly in the
 * content or in a `SelectGroup`. Closed it is a button; the list is loaded as it is first opened.
 */
export function Select(props: SelectProps) {
  const { value, disabled, children } = props;
  const [parts, want] = useLoaded(loadParts);
  if (!parts) {
    const closed = { label: findLabel(children, value), disabled, want };
    return <SelectContext value={{ closed }}>{children}</SelectContext>;
  }
  return (
    <SelectContext value={{ parts }}>
      {/* Someone has just pressed. */}
      <parts.Root defaultOpen {...props} />
    </SelectContext>
  );
}

/** What it would control is not on the page yet, so `aria-controls` has nothing to name. */
const closedCombobox = { role: "combobox", "aria-expanded": false } as const;

/** The closed select: shows what is chosen, or `placeholder`. */
export function SelectTrigger({
  className,
  placeholder,
  ...rest
}: ComponentProps<"button"> & { placeholder?: string }) {
  const select = useContext(SelectContext);
  const field = useFieldControl(rest);
  if (!select) return null;
  const icon = <ChevronDown aria-hidden className="size-4 shrink-0 text-muted-foreground" />;
  const shared = {
    "data-slot": "select-trigger",
    className: cn(
      controlClasses,
      "flex h-11 items-center justify-between gap-2 text-left data-placeholder:text-muted-foreground sm:h-10 [&>span]:min-w-0 [&>span]:truncate",
      className,
    ),
    ...rest,
    ...field,
  };

  if ("parts" in select) {
    return (
      <select.parts.Trigger {...shared}>
        <select.parts.Value placeholder={placeholder} />
        {icon}
      </select.parts.Trigger>
    );
  }
  const { label, disabled, want } = select.closed;
  return (
    <button
      {...shared}
      {...closedCombobox}
      type="button"
      aria-haspopup="listbox"
      disabled={disabled}
      data-placeholder={label === undefined ? "" : undefined}
      onPointerEnter={() => void loadParts().catch(() => undefined)}
      onClick={want}
      onKeyDown={(event) => {
        if (["ArrowDown", "ArrowUp"].includes(event.key)) want();
      }}
    >
      <span>{label ?? placeholder}</span>
      {icon}
    </button>
  );
}

/** The open list. */
export function SelectContent(props: ComponentProps<typeof Parts.Content>) {
  const parts = useParts();
  return parts && <parts.Content {...props} />;
}

/** Groups items under a `SelectLabel`. */
export function SelectGroup(props: ComponentProps<typeof Parts.Group>) {
  const parts = useParts();
  return parts && <parts.Group {...props} />;
}

/** One choice. `note` explains it in a second line. */
export function SelectItem(props: ComponentProps<typeof Parts.Item>) {
  const parts = useParts();
  return parts && <parts.Item {...props} />;
}

/** The heading of a `SelectGroup`. */
export function SelectLabel(props: ComponentProps<typeof Parts.Label>) {
  const parts = useParts();
  return parts && <parts.Label {...props} />;
}

/** The words of the item with this value, wherever it stands below `children`. */
function findLabel(children: ReactNode, value: string | undefined): ReactNode {
  for (const child of Children.toArray(children)) {
    if (!isValidElement<{ children?: ReactNode; value?: string }>(child)) continue;
    const { props } = child;
    if (child.type === SelectItem && props.value === value) return props.children;
    const found = child.type === SelectItem ? undefined : findLabel(props.children, value);
    if (found !== undefined) return found;
  }
  return undefined;
}
