"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

import { cn } from "../cn";
import { isWithin, navigation } from "./navigation";

/** The places, in the header of wide screens. */
export function HeaderNav() {
  const pathname = usePathname();
  return (
    <nav aria-label="Main" className="hidden items-center gap-1 md:flex">
      {navigation.map(({ href, label }) => {
        const isHere = isWithin(pathname, href);
        return (
          <Link
            key={href}
            href={href}
            aria-current={isHere ? "page" : undefined}
            className={cn(
              "rounded-lg px-3.5 py-2 text-sm font-medium focus-ring transition-colors",
              isHere ? "bg-secondary text-foreground" : "text-muted-foreground hover:text-foreground",
            )}
          >
            {label}
          </Link>
        );
      })}
    </nav>
  );
}
