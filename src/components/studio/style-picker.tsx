"use client";

import { styleIds, styles } from "~/catalog/styles";
import type { StyleId } from "~/catalog/styles";
import { ChoiceGroup, ChoiceGroupItem } from "~/components/ui/choice-group";
import { Field } from "~/components/ui/field";

/** The eight styles, each shown by a picture that was made in it. */
export function StylePicker({ value, onChange }: { value: StyleId; onChange: (style: StyleId) => void }) {
  return (
    <Field label="Style">
      <ChoiceGroup
        aria-label="Style"
        className="grid grid-cols-4 gap-2"
        value={value}
        onValueChange={(next) => {
          const style = styleIds.find((id) => id === next);
          if (style) onChange(style);
        }}
      >
        {styleIds.map((id) => (
          <ChoiceGroupItem
            key={id}
            value={id}
            className="group grid gap-1.5 rounded-lg text-center text-xs leading-tight focus-ring"
          >
            <span className="relative block aspect-square overflow-hidden rounded-lg ring-offset-2 ring-offset-background group-data-[state=on]:ring-2 group-data-[state=on]:ring-primary">
              {/* eslint-disable-next-line @next/next/no-img-element -- a WebP of ours at its size: no optimiser, nor its script */}
              <img
                src={`/styles/${id}.webp`}
                alt=""
                decoding="async"
                className="absolute inset-0 size-full object-cover"
              />
            </span>
            <span className="text-muted-foreground group-data-[state=on]:font-medium group-data-[state=on]:text-foreground">
              {styles[id].name}
            </span>
          </ChoiceGroupItem>
        ))}
      </ChoiceGroup>
    </Field>
  );
}
