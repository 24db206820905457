"use client";

import { aspectIds, aspects } from "~/catalog/aspects";
import type { AspectId } from "~/catalog/aspects";
import { Field } from "~/components/ui/field";
import { ToggleGroup, ToggleGroupItem } from "~/components/ui/toggle-group";

const LONG_SIDE_PX = 20;

/** The six aspects, each drawn as its shape. */
export function AspectPicker({ value, onChange }: { value: AspectId; onChange: (aspect: AspectId) => void }) {
  return (
    <Field label="Aspect">
      <ToggleGroup
        className="grid grid-cols-6"
        value={value}
        onValueChange={(next) => {
          const aspect = aspectIds.find((id) => id === next);
          if (aspect) onChange(aspect);
        }}
      >
        {aspectIds.map((id) => (
          <ToggleGroupItem
            key={id}
            value={id}
            aria-label={`${id}, ${aspects[id].name}`}
            className="h-16 flex-col gap-1.5 px-0 text-xs sm:h-16"
          >
            <AspectShape aspect={id} />
            {id}
          </ToggleGroupItem>
        ))}
      </ToggleGroup>
    </Field>
  );
}

function AspectShape({ aspect }: { aspect: AspectId }) {
  const { widthPx, heightPx } = aspects[aspect];
  const scale = LONG_SIDE_PX / Math.max(widthPx, heightPx);
  return (
    <span aria-hidden className="grid size-5 place-items-center">
      <span
        className="rounded-[3px] border-[1.5px] border-current"
        style={{ width: widthPx * scale, height: heightPx * scale }}
      />
    </span>
  );
}
