"use client";

import { useState } from "react";

import { reportReasons } from "~/catalog/report-reasons";
import type { ReportReasonId } from "~/catalog/report-reasons";
import { FailureLine } from "~/components/plan/failure-line";
import { Ago } from "~/components/ui/ago";
import { ConfirmDialog } from "~/components/ui/alert-dialog";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { trpc } from "~/trpc/react";
import type { ApiOutputs } from "~/trpc/react";

type Report = ApiOutputs["admin"]["overview"]["reports"][number];

/** One report with its picture and the three ways to decide it. */
export function ReportCard({ report }: { report: Report }) {
  const [note, setNote] = useState("");
  const utils = trpc.useUtils();
  const decide = trpc.admin.decide.useMutation({ onSuccess: () => utils.admin.overview.invalidate() });
  const reasons: Record<string, string> = reportReasons satisfies Record<ReportReasonId, string>;

  function send(decision: "keep-hidden" | "restore" | "delete") {
    decide.mutate({ reportId: report.id, decision, note });
  }

  return (
    <li>
      <Card className="grid gap-5 p-5 sm:grid-cols-[12rem_1fr] sm:p-6">
        {report.pictureUrl === null ? (
          <p className="rounded-xl border border-dashed p-4 text-sm text-muted-foreground">
            The picture is gone.
          </p>
        ) : (
          // Its address works for a minute and is nobody else's: no optimiser may keep it.
          // eslint-disable-next-line @next/next/no-img-element
          <img
            src={report.pictureUrl}
            alt="The reported picture"
            className="max-h-72 w-full rounded-xl border object-contain"
          />
        )}
        <div className="grid content-start gap-4">
          <div className="grid gap-1">
            <h3 className="font-medium">{reasons[report.reason] ?? report.reason}</h3>
            <p className="text-sm text-muted-foreground">
              Reported <Ago at={report.createdAt} />
              {report.prompt && <>, made from “{report.prompt}”</>}
            </p>
            {report.note && (
              <p className="mt-1 max-w-prose text-sm break-words whitespace-pre-wrap">{report.note}</p>
            )}
          </div>
          <Field label="Why you decide so" aside="For the audit">
            <Input value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
          </Field>
          <div className="flex flex-wrap gap-2">
            <Button pending={decide.isPending} onClick={() => send("keep-hidden")}>
              Keep hidden
            </Button>
            <Button variant="secondary" disabled={decide.isPending} onClick={() => send("restore")}>
              Restore
            </Button>
            <ConfirmDialog
              trigger={
                <Button variant="ghost" className="text-danger" disabled={decide.isPending}>
                  Delete picture
                </Button>
              }
              title="Delete this picture?"
              description="It goes from its owner's gallery and from storage, for good."
              confirm="Delete picture"
              onConfirm={() => send("delete")}
            />
          </div>
          <FailureLine error={decide.error} />
        </div>
      </Card>
    </li>
  );
}
