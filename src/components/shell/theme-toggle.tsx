import { Moon, Sun } from "lucide-react";

import { cn } from "../cn";
import { buttonVariants } from "../ui/button-variants";
import { ThemeButton } from "./theme-button";

/** Chooses light, dark or the system's theme. Rendered here, so that its look and its icons are no script. */
export function ThemeToggle({ className }: { className?: string }) {
  return (
    <ThemeButton className={cn(buttonVariants({ variant: "ghost", size: "icon" }), className)}>
      {/* CSS decides which one shows: the server does not know the theme. */}
      <Sun aria-hidden className="size-4.5 dark:hidden" />
      <Moon aria-hidden className="hidden size-4.5 dark:block" />
    </ThemeButton>
  );
}
