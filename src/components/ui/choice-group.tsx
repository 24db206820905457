"use client";

import { createContext, useContext, useState } from "react";
import type { ComponentProps, KeyboardEvent } from "react";

interface Choice {
  chosen: string;
  /** The one that Tab reaches: where the focus is, else what is chosen. */
  tabStop: string;
  choose: (value: string) => void;
}

const ChoiceContext = createContext<Choice | null>(null);

/** Where a key moves the focus to, from one place among so many. */
const moves: Partial<Record<string, (at: number, count: number) => number>> = {
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowDown: (at, count) => (at + 1) % count,
  Home: () => 0,
  PageUp: () => 0,
  End: (_, count) => count - 1,
  PageDown: (_, count) => count - 1,
};

export interface ChoiceGroupProps extends Omit<ComponentProps<"div">, "onFocus" | "onBlur" | "onKeyDown"> {
  value: string;
  /** Told when another one is pressed: there is always an answer. */
  onValueChange: (value: string) => void;
}

/** Buttons of which one is chosen, without a look. Arrows move among them, a press chooses, Tab passes all. */
export function ChoiceGroup({ value, onValueChange, ...props }: ChoiceGroupProps) {
  const [focused, setFocused] = useState<string | null>(null);
  const choice = { chosen: value, tabStop: focused ?? value, choose: onValueChange };

  return (
    <ChoiceContext value={choice}>
      <div
        role="radiogroup"
        {...props}
        onFocus={({ target }) => {
          if (target instanceof HTMLButtonElement) setFocused(target.value);
        }}
        onBlur={() => setFocused(null)}
        onKeyDown={moveFocus}
      />
    </ChoiceContext>
  );
}

interface ChoiceGroupItemProps extends Omit<ComponentProps<"button">, "onClick" | "value"> {
  value: string;
}

/** One answer of a `ChoiceGroup`; `data-state` says whether it is `on`. */
export function ChoiceGroupItem({ value, ...props }: ChoiceGroupItemProps) {
  const choice = useContext(ChoiceContext);
  const isChosen = choice?.chosen === value;
  return (
    <button
      type="button"
      role="radio"
      aria-checked={isChosen}
      data-state={isChosen ? "on" : "off"}
      tabIndex={choice?.tabStop === value ? 0 : -1}
      value={value}
      {...props}
      onClick={() => {
        if (!isChosen) choice?.choose(value);
      }}
    />
  );
}

function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  const move = moves[event.key];
  if (!move || event.metaKey || event.ctrlKey || event.altKey || event.shiftKey) return;
  event.preventDefault();
  const items = [...event.currentTarget.querySelectorAll<HTMLButtonElement>("[role=radio]:not(:disabled)")];
  const at = items.findIndex((item) => item === event.target);
  items[move(at, items.length)]?.focus();
}
