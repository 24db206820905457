"use client";

import { ExternalLink } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";

import { Button } from "~/components/ui/button";
import { trpc } from "~/trpc/react";

import { FailureLine } from "./failure-line";
import { useLeave } from "./use-leave";

interface PortalButtonProps extends Pick<ComponentProps<typeof Button>, "variant" | "size"> {
  page: "portal" | "paymentMethod";
  children: ReactNode;
}

/** Leads to the user's own page at Lemon Squeezy. Its address is asked for as it is pressed: it works for hours only. */
export function PortalButton({ page, children, variant = "secondary", size }: PortalButtonProps) {
  const { isLeaving, leaveFor } = useLeave();
  const portal = trpc.billing.portal.useMutation({
    onSuccess: ({ url }) => leaveFor(url),
  });
  return (
    <>
      <Button
        variant={variant}
        size={size}
        pending={portal.isPending || isLeaving}
        onClick={() => portal.mutate({ page })}
      >
        {children}
        <ExternalLink aria-hidden />
      </Button>
      <FailureLine error={portal.error} />
    </>
  );
}
