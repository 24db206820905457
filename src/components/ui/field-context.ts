"use client";

import { createContext, useContext } from "react";

interface FieldWiring {
  controlId: string;
  labelId: string;
  describedBy: string | undefined;
  invalid: boolean;
}

/** What a `Field` tells the control inside it. Null outside of one. */
export const FieldContext = createContext<FieldWiring | null>(null);

interface ControlProps {
  id?: string | undefined;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: boolean | "true" | "false" | "grammar" | "spelling" | undefined;
}

/** The id and aria attributes of a single control (input, select trigger, switch); what the caller passes wins. */
export function useFieldControl(props: ControlProps) {
  const field = useContext(FieldContext);
  return {
    id: props.id ?? field?.controlId,
    "aria-describedby": props["aria-describedby"] ?? field?.describedBy,
    "aria-invalid": props["aria-invalid"] ?? (field?.invalid === true ? true : undefined),
  };
}

/** The aria attributes of a control made of several (radios, toggles), which a `<label for>` cannot name. */
export function useFieldGroup(
  props: ControlProps & { "aria-label"?: string | undefined; "aria-labelledby"?: string | undefined },
) {
  const field = useContext(FieldContext);
  return {
    id: props.id ?? field?.controlId,
    "aria-labelledby":
      props["aria-labelledby"] ?? (props["aria-label"] === undefined ? field?.labelId : undefined),
    "aria-describedby": props["aria-describedby"] ?? field?.describedBy,
    "aria-invalid": props["aria-invalid"] ?? (field?.invalid === true ? true : undefined),
  };
}
