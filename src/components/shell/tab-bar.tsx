"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";

import { cn } from "../cn";
import { isWithin, navigation } from "./navigation";

/** The places, under the thumb on phones. */
export function TabBar() {
  const pathname = usePathname();
  return (
    <nav
      aria-label="Main"
      className="fixed inset-x-0 bottom-0 z-40 border-t bg-background/95 pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <ul className="mx-auto flex max-w-md">
        {navigation.map(({ href, label, icon: Icon }) => {
          const isHere = isWithin(pathname, href);
          return (
            <li key={href} className="flex-1">
              <Link
                href={href}
                aria-current={isHere ? "page" : undefined}
                className={cn(
                  "flex h-16 flex-col items-center justify-center gap-1 rounded-xl text-[0.6875rem] font-medium focus-ring transition-colors",
                  isHere ? "text-primary" : "text-muted-foreground",
                )}
              >
                <Icon aria-hidden className="size-5.5" strokeWidth={isHere ? 2.1 : 1.75} />
                {label}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
