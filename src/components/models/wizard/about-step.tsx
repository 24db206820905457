"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Controller, useForm } from "react-hook-form";
import * as z from "zod/mini";

import { subjectIds, subjects } from "~/catalog/subjects";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { ChoiceCard } from "~/components/ui/choice-card";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { RadioGroup } from "~/components/ui/radio-group";
import { trpc } from "~/trpc/react";

import type { DraftModel } from "../model-types";
import { StepActions } from "./step-actions";
import type { WizardStore } from "./wizard-store";

const MAX_NAME_LENGTH = 60;

const About = z.object({
  name: z
    .string()
    .check(
      z.trim(),
      z.minLength(1, "Give your model a name."),
      z.maxLength(MAX_NAME_LENGTH, `A name has at most ${MAX_NAME_LENGTH} characters.`),
    ),
  subject: z.pipe(z.string(), z.enum(subjectIds, "Choose what the photos show.")),
});

interface AboutStepProps {
  draft: DraftModel | null;
  store: WizardStore;
  onDone: () => void;
}

/** Names the model and says what it is of; the draft begins here. */
export function AboutStep({ draft, store, onDone }: AboutStepProps) {
  const utils = trpc.useUtils();
  const saveDraft = trpc.models.saveDraft.useMutation();
  const typed = store.getState();
  const form = useForm<z.input<typeof About>, unknown, z.output<typeof About>>({
    resolver: zodResolver(About),
    defaultValues: { name: typed.name ?? draft?.name ?? "", subject: typed.subject ?? draft?.subject ?? "" },
  });
  const { errors, isSubmitting } = form.formState;

  const save = async (about: z.output<typeof About>) => {
    if (about.name !== draft?.name || about.subject !== draft.subject) {
      await saveDraft.mutateAsync(about);
      await utils.models.draft.invalidate();
    }
    store.setState({ name: null, subject: null });
    onDone();
  };

  return (
    <form
      noValidate
      className="grid max-w-2xl gap-6"
      onSubmit={form.handleSubmit((about) => save(about).catch(() => undefined))} // `saveDraft` has the error
    >
      <Field
        label="Name"
        hint="Only you see it. You choose the model by this name in the studio."
        error={errors.name?.message}
      >
        <Input
          autoComplete="off"
          maxLength={MAX_NAME_LENGTH}
          placeholder="Ada"
          {...form.register("name", {
            onChange: () => {
              store.setState({ name: form.getValues("name") });
            },
          })}
        />
      </Field>
      <Field
        label="Subject"
        hint="It goes into every prompt, so the pictures know whom to show."
        error={errors.subject?.message}
      >
        <Controller
          control={form.control}
          name="subject"
          render={({ field }) => (
            <RadioGroup
              ref={field.ref}
              value={field.value}
              onBlur={field.onBlur}
              onValueChange={(value) => {
                field.onChange(value);
                store.setState({ subject: subjectIds.find((id) => id === value) ?? null });
              }}
              className="grid-cols-2 gap-3 sm:grid-cols-4"
            >
              {subjectIds.map((id) => (
                <ChoiceCard key={id} value={id} title={subjects[id].name} />
              ))}
            </RadioGroup>
          )}
        />
      </Field>
      {saveDraft.error && (
        <Alert tone="error" title="The draft could not be saved">
          {saveDraft.error.message}
        </Alert>
      )}
      <StepActions>
        <Button type="submit" size="lg" pending={isSubmitting}>
          Continue
        </Button>
      </StepActions>
    </form>
  );
}
