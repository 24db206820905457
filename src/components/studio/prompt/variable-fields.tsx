"use client";

import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";

interface VariableFieldsProps {
  names: readonly string[];
  values: Record<string, string>;
  onChange: (changed: Record<string, string>) => void;
}

/** A field for each `{variable}` of the prompt. */
export function VariableFields({ names, values, onChange }: VariableFieldsProps) {
  if (names.length === 0) return null;
  return (
    <div className="grid gap-3 rounded-xl bg-secondary/40 p-3">
      {names.map((name) => (
        <Field key={name} label={`{${name}}`}>
          <Input
            dir="auto"
            autoComplete="off"
            placeholder="One, or several with | in between"
            value={values[name] ?? ""}
            onChange={(event) => onChange({ [name]: event.target.value })}
          />
        </Field>
      ))}
    </div>
  );
}
