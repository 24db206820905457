"use client";

import { Check } from "lucide-react";
import * as RadioGroupPrimitive from "radix-ui/radio-group";
import { type ComponentProps, type ReactNode, useId } from "react";

import { cn } from "../cn";

interface ChoiceCardProps extends Omit<
  ComponentProps<typeof RadioGroupPrimitive.Item>,
  "title" | "children"
> {
  title: ReactNode;
  /** What choosing it means, in a sentence or two. */
  note?: ReactNode;
  icon?: ReactNode;
  /** A picture that fills the top of the card. */
  media?: ReactNode;
  /** Beside the title: "Ready in seconds", "Needs Creator". */
  badge?: ReactNode;
}

/** A big answer to a big question, inside a `RadioGroup`; named by its title, described by its note. */
export function ChoiceCard({ title, note, icon, media, badge, className, ...props }: ChoiceCardProps) {
  const id = useId();
  return (
    <RadioGroupPrimitive.Item
      data-slot="choice-card"
      aria-labelledby={`${id}-title`}
      aria-describedby={note ? `${id}-note` : undefined}
      className={cn(
        "group relative flex flex-col overflow-hidden rounded-xl border bg-card text-left shadow-xs focus-ring transition-[border-color,box-shadow,background-color] hover:border-input disabled:cursor-not-allowed disabled:opacity-55 data-[state=checked]:border-primary data-[state=checked]:ring-1 data-[state=checked]:ring-primary",
        className,
      )}
      {...props}
    >
      {media}
      <span className="flex w-full items-start gap-3 p-4">
        {icon && (
          <span className="grid size-10 shrink-0 place-items-center rounded-lg bg-secondary text-secondary-foreground transition-colors group-data-[state=checked]:bg-accent group-data-[state=checked]:text-accent-foreground [&_svg]:size-5">
            {icon}
          </span>
        )}
        <span className="grid min-w-0 flex-1 gap-1">
          <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span id={`${id}-title`} className="leading-6 font-medium">
              {title}
            </span>
            {badge}
          </span>
          {note && (
            <span id={`${id}-note`} className="text-sm text-muted-foreground">
              {note}
            </span>
          )}
        </span>
        <span
          aria-hidden
          className="mt-0.5 grid size-5 shrink-0 place-items-center rounded-full border border-input text-primary-foreground transition-colors group-data-[state=checked]:border-primary group-data-[state=checked]:bg-primary"
        >
          <Check className="size-3.5 scale-75 opacity-0 transition group-data-[state=checked]:scale-100 group-data-[state=checked]:opacity-100" />
        </span>
      </span>
    </RadioGroupPrimitive.Item>
  );
}
