"use client";

import { Download } from "lucide-react";
import { useState } from "react";

import { FailureLine } from "~/components/plan/failure-line";
import { Button } from "~/components/ui/button";
import { trpc } from "~/trpc/react";

import { PrivacySection } from "./privacy-section";
import type { Privacy } from "./privacy-types";

/** One press, one ZIP with everything. */
export function ExportData({ privacy }: { privacy: Privacy }) {
  const [hasBegun, setBegun] = useState(false);
  const begin = trpc.privacy.beginExport.useMutation({
    onMutate: () => setBegun(false),
    onSuccess: ({ exportId }) => {
      setBegun(true);
      download(`/api/export/${exportId}`);
    },
  });
  const { photos, pictures, prompts } = privacy.counts;

  return (
    <PrivacySection
      title="Take it with you"
      lead={`One ZIP with your ${join(photos, "photo")}, ${join(pictures, "picture")} and ${join(prompts, "prompt")}; and your models, credits, consents, invoices and settings as JSON, with a README that says what is what.`}
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <Button variant="secondary" pending={begin.isPending} onClick={() => begin.mutate()}>
          <Download aria-hidden />
          Export everything
        </Button>
        <p role="status" className="text-sm text-muted-foreground">
          {hasBegun && "Your browser is downloading it. With many pictures this takes a while."}
        </p>
        <FailureLine error={begin.error} />
      </div>
    </PrivacySection>
  );
}

function join(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}

/** As if a link had been pressed: the page stays. */
function download(href: string): void {
  const link = document.createElement("a");
  link.href = href;
  link.download = "";
  link.click();
}
