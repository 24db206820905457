import Link from "next/link";

import { formatDay } from "~/components/plan/format";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";

import { PrivacySection } from "./privacy-section";
import type { Privacy } from "./privacy-types";

/** What was deleted before, with its receipts. */
export function ReceiptsOfModels({ erasures }: { erasures: Privacy["erasures"] }) {
  return (
    <PrivacySection
      title="Receipts"
      lead="Of the models you deleted: what went, and which provider confirmed it when. They name nobody, and stay until you delete your account."
    >
      <Card>
        <ul className="divide-y">
          {erasures.map(({ id, token, createdAt, finishedAt, photos }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3 px-5 py-3.5 sm:px-6">
              <span className="grid gap-0.5 text-sm">
                <span className="font-medium">
                  A model with {photos} {photos === 1 ? "photo" : "photos"}
                </span>
                <span className="text-muted-foreground">Deleted on {formatDay(createdAt)}</span>
              </span>
              {finishedAt ? (
                <Button asChild variant="ghost" size="sm">
                  <Link href={`/erasure/${token}`}>Open receipt</Link>
                </Button>
              ) : (
                <Link href={`/erasure/${token}`} className="rounded-full focus-ring">
                  <Badge tone="warning">Being confirmed</Badge>
                </Link>
              )}
            </li>
          ))}
        </ul>
      </Card>
    </PrivacySection>
  );
}
