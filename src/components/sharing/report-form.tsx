"use client";

import { useState } from "react";

import { maxReportNote, reportReasonIds, reportReasons } from "~/catalog/report-reasons";
import type { ReportReasonId } from "~/catalog/report-reasons";
import { FailureLine } from "~/components/plan/failure-line";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { RadioGroup, RadioOption } from "~/components/ui/radio-group";
import { Textarea } from "~/components/ui/textarea";
import { useEarlyText } from "~/components/use-early-text";
import { trpc } from "~/trpc/react";

/** Why, and what else there is to say; then it is hidden. */
export function ReportForm({ token }: { token: string }) {
  const [reason, setReason] = useState<ReportReasonId | null>(null);
  const [note, setNote] = useState("");
  const noteField = useEarlyText(note, setNote);
  const [isIncomplete, setIncomplete] = useState(false);
  const report = trpc.shares.report.useMutation();

  if (report.isSuccess) {
    return (
      <Alert tone="success" title="It is hidden now">
        Nobody can open the link any more, and its owner cannot share the picture again. A person will look at
        it and decide whether it stays hidden, is deleted, or may be seen again. There is nothing more for you
        to do.
      </Alert>
    );
  }
  return (
    <form
      className="grid gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        setIncomplete(reason === null);
        if (reason !== null) report.mutate({ token, reason, note });
      }}
    >
      <Field label="What is wrong?" error={isIncomplete && reason === null && "Choose what is wrong first."}>
        <RadioGroup
          value={reason ?? ""}
          onValueChange={(value) => setReason(reportReasonIds.find((id) => id === value) ?? null)}
        >
          {reportReasonIds.map((id) => (
            <RadioOption key={id} value={id}>
              {reportReasons[id]}
            </RadioOption>
          ))}
        </RadioGroup>
      </Field>
      <Field
        label="What should we know?"
        aside="Optional"
        hint="Who is shown, and how you know. An operator reads it."
      >
        <Textarea
          ref={noteField}
          value={note}
          rows={4}
          maxLength={maxReportNote}
          onChange={(event) => setNote(event.target.value)}
        />
      </Field>
      <FailureLine error={report.error} />
      <Button type="submit" pending={report.isPending} className="justify-self-start">
        Hide and report
      </Button>
    </form>
  );
}
