"use client";

import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import { useTheme } from "next-themes";
import { useEffect } from "react";
import { Toaster as Sonner, toast } from "sonner";

import { Spinner } from "./spinner";
import { announceToaster } from "./toast";

/** The stack of toasts, above the tab bar on phones. `ToastOutlet` mounts it. */
export function Toaster() {
  const { resolvedTheme } = useTheme();
  // After the effects of what is inside, so it listens by now.
  useEffect(() => announceToaster(toast), []);
  return (
    <Sonner
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-right"
      mobileOffset={{ bottom: "calc(5rem + env(safe-area-inset-bottom))" }}
      icons={{
        success: <CircleCheck aria-hidden className="size-4.5 text-success" />,
        info: <Info aria-hidden className="size-4.5 text-muted-foreground" />,
        warning: <TriangleAlert aria-hidden className="size-4.5 text-warning" />,
        error: <CircleAlert aria-hidden className="size-4.5 text-danger" />,
        loading: <Spinner label="" className="size-4.5" />,
      }}
      toastOptions={{
        classNames: {
          toast:
            "!pointer-events-auto !bg-popover !text-popover-foreground !border-border !rounded-xl !shadow-float !font-sans !gap-3",
          title: "!text-sm !font-medium",
          description: "!text-sm !text-muted-foreground",
          actionButton: "!bg-primary !text-primary-foreground !rounded-md !h-8 !px-3 !text-sm !font-medium",
          cancelButton:
            "!bg-secondary !text-secondary-foreground !rounded-md !h-8 !px-3 !text-sm !font-medium",
        },
      }}
    />
  );
}
