"use client";

import { Download } from "lucide-react";
import Link from "next/link";

import { Button } from "~/components/ui/button";

import type { Erasure } from "./privacy-types";

/** The receipt as a file, and where to check it. */
export function DownloadReceipt({ receipt }: { receipt: NonNullable<Erasure["receipt"]> }) {
  const json = JSON.stringify(receipt, null, 2);
  const day = receipt.receipt.finishedAt.slice(0, 10);
  return (
    <div className="flex flex-wrap gap-2">
      <Button asChild>
        <a
          href={`data:application/json;charset=utf-8,${encodeURIComponent(json)}`}
          download={`likeness-receipt-${day}.json`}
        >
          <Download aria-hidden />
          Download receipt
        </a>
      </Button>
      <Button asChild variant="secondary">
        <Link href="/receipt">Check a receipt</Link>
      </Button>
    </div>
  );
}
