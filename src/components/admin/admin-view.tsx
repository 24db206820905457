"use client";

import Link from "next/link";

import { formatDay } from "~/components/plan/format";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { trpc } from "~/trpc/react";
import type { ApiOutputs } from "~/trpc/react";

import { FailureReasons } from "./failure-reasons";
import { PlanStandings } from "./plan-standings";
import { ReportCard } from "./report-card";
import { StuckWork } from "./stuck-work";

type Admin = ApiOutputs["admin"]["overview"];

/** The operator's page. */
export function AdminView({ initial }: { initial: Admin }) {
  // The addresses of pictures work for a minute.
  const { data, isRefetchError, refetch, isFetching } = trpc.admin.overview.useQuery(undefined, {
    initialData: initial,
    refetchInterval: 45_000,
  });
  const { reports, audit, erasures, sweep, operations } = data;
  return (
    <div className="grid gap-12 sm:gap-16">
      {isRefetchError && (
        <Alert tone="warning" title="This page could not be refreshed">
          <p>What you see is as it was when it last could. It is tried again every 45 seconds.</p>
          <Button variant="secondary" className="mt-3" pending={isFetching} onClick={() => void refetch()}>
            Try now
          </Button>
        </Alert>
      )}
      <StuckWork stuck={operations.stuck} />
      <section aria-labelledby="reports" className="grid gap-5">
        <h2 id="reports" className="text-heading font-semibold">
          Reports to decide
        </h2>
        {reports.length === 0 ? (
          <EmptyState
            title="Nothing to decide"
            description="A shared picture that someone reports is hidden, and shows here."
          />
        ) : (
          <ul className="grid gap-4">
            {reports.map((report) => (
              <ReportCard key={report.id} report={report} />
            ))}
          </ul>
        )}
      </section>

      <FailureReasons failures={operations.failures} />
      <PlanStandings standings={operations.standings} />

      <section aria-labelledby="erasures" className="grid gap-5">
        <h2 id="erasures" className="text-heading font-semibold">
          Deletions on their way
        </h2>
        {erasures.length === 0 ? (
          <p className="text-sm text-muted-foreground">Every deletion is confirmed.</p>
        ) : (
          <Card>
            <ul className="divide-y text-sm">
              {erasures.map(({ id, token, scope, createdAt }) => (
                <li key={id} className="flex justify-between gap-4 px-5 py-3 sm:px-6">
                  <Link href={`/erasure/${token}`} className="rounded focus-ring hover:underline">
                    {scope === "account" ? "An account" : "A model"}
                  </Link>
                  <span className="text-muted-foreground">since {formatDay(createdAt)}</span>
                </li>
              ))}
            </ul>
          </Card>
        )}
      </section>

      <section aria-labelledby="storage" className="grid gap-5">
        <h2 id="storage" className="text-heading font-semibold">
          Storage
        </h2>
        <StorageNews sweep={sweep} />
      </section>

      <section aria-labelledby="audit" className="grid gap-5">
        <h2 id="audit" className="text-heading font-semibold">
          Audit
        </h2>
        <Card>
          <ul className="divide-y text-sm">
            {audit.length === 0 && (
              <li className="px-5 py-3 text-muted-foreground sm:px-6">No entries yet.</li>
            )}
            {audit.map(({ id, actor, action, subject, note, createdAt }) => (
              <li key={id} data-testid="audit-entry" className="grid gap-0.5 px-5 py-3 sm:px-6">
                <span className="flex flex-wrap justify-between gap-x-4">
                  <span className="font-medium">{action}</span>
                  <time dateTime={createdAt.toISOString()} className="text-muted-foreground tabular-nums">
                    {createdAt.toISOString().slice(0, 16).replace("T", " ")} UTC
                  </time>
                </span>
                <span className="break-words text-muted-foreground">
                  {actor}, report {subject.slice(-12)}
                  {note && `: ${note}`}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      </section>
    </div>
  );
}

function StorageNews({ sweep }: { sweep: Admin["sweep"] }) {
  if (!sweep)
    return (
      <p className="text-sm text-muted-foreground">Rows and storage are compared each night at 3:00 UTC.</p>
    );
  const { files, orphans, missing, createdAt } = sweep;
  const summary = `${files.toLocaleString("en")} files on ${formatDay(createdAt)}; ${orphans} that belonged to no row were deleted.`;
  if (missing.length === 0)
    return (
      <Alert tone="success" title="Every row has its file">
        {summary}
      </Alert>
    );
  return (
    <Alert tone="warning" title={`${missing.length} rows point at files that are gone`}>
      <p>{summary}</p>
      <ul className="mt-2 max-h-60 overflow-y-auto font-mono text-xs">
        {missing.map(({ table, column, id }) => (
          <li key={`${table}${column}${id}`}>
            {table}.{column} {id}
          </li>
        ))}
      </ul>
    </Alert>
  );
}
