"use client";

import { useState } from "react";

import { Checkbox } from "~/components/ui/checkbox";
import { CheckboxOption } from "~/components/ui/checkbox-option";
import { ChoiceCard } from "~/components/ui/choice-card";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { RadioGroup, RadioOption } from "~/components/ui/radio-group";
import { Select, SelectContent, SelectItem, SelectTrigger } from "~/components/ui/select";
import { Slider } from "~/components/ui/slider";
import { Switch } from "~/components/ui/switch";
import { Textarea } from "~/components/ui/textarea";
import { ToggleGroup, ToggleGroupItem } from "~/components/ui/toggle-group";

import { Chapter, Specimen } from "./specimen";

/** Every control at rest, filled, wrong and disabled. */
export function FormPieces() {
  const [model, setModel] = useState("ada");
  const [count, setCount] = useState("2");
  return (
    <Chapter title="Forms">
      <div className="grid gap-6 sm:grid-cols-2">
        <Field label="Name" hint="Only you see it." aside="Optional">
          <Input placeholder="Ada" />
        </Field>
        <Field label="Seed" error="A seed is a whole number.">
          <Input defaultValue="abc" />
        </Field>
        <Field label="Prompt">
          <Textarea defaultValue="reading in a sunlit library" />
        </Field>
        <Field label="Disabled">
          <Input disabled defaultValue="Not now" />
        </Field>
        <Field label="Model" hint="The list loads as it is opened.">
          <Select value={model} onValueChange={setModel}>
            <SelectTrigger />
            <SelectContent>
              <SelectItem value="ada" note="Instant">
                Ada
              </SelectItem>
              <SelectItem value="grace" disabled note="Locked">
                Grace
              </SelectItem>
              <SelectItem value="none">No one in particular</SelectItem>
            </SelectContent>
          </Select>
        </Field>
        <Field label="Steps" aside="28">
          <Slider min={10} max={50} step={1} defaultValue={28} />
        </Field>
        <Field label="Count">
          <ToggleGroup value={count} onValueChange={setCount}>
            {["1", "2", "3", "4"].map((answer) => (
              <ToggleGroupItem key={answer} value={answer} disabled={answer === "4"}>
                {answer}
              </ToggleGroupItem>
            ))}
          </ToggleGroup>
        </Field>
        <Field label="Reminders">
          <Switch defaultChecked />
        </Field>
      </div>
      <Specimen name="Tick boxes">
        <Checkbox aria-label="Empty" />
        <Checkbox aria-label="Ticked" defaultChecked />
        <Checkbox aria-label="Partly" checked="indeterminate" />
        <Checkbox aria-label="Disabled" disabled />
        <CheckboxOption note="You can take it back." error="Confirm this to go on.">
          These are photos of me
        </CheckboxOption>
      </Specimen>
      <Field label="One of a few">
        <RadioGroup defaultValue="a">
          <RadioOption value="a" note="With a note beneath.">
            The first
          </RadioOption>
          <RadioOption value="b">The second</RadioOption>
          <RadioOption value="c" disabled>
            Not now
          </RadioOption>
        </RadioGroup>
      </Field>
      <RadioGroup aria-label="A big question" defaultValue="instant" className="grid gap-3 sm:grid-cols-2">
        <ChoiceCard value="instant" title="Instant" note="Ready in seconds." />
        <ChoiceCard value="fine-tuned" title="Fine-tuned" note="Closer, and takes its time." disabled />
      </RadioGroup>
    </Chapter>
  );
}
