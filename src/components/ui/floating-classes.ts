/** A surface that floats over the page: menus, popovers, open selects. */
export const floatingClasses =
  "bg-popover text-popover-foreground shadow-float data-[state=open]:animate-in data-[state=closed]:animate-out data-[state=closed]:fade-out-0 data-[state=open]:fade-in-0 data-[state=closed]:zoom-out-98 data-[state=open]:zoom-in-98 z-50 rounded-xl border duration-150";

/** One line of a floating list, tall enough for a finger on phones. */
export const menuItemClasses =
  "focus:bg-secondary relative flex min-h-11 w-full cursor-default items-center gap-2.5 rounded-lg px-2.5 py-1.5 text-sm outline-none select-none data-disabled:pointer-events-none data-disabled:opacity-50 sm:min-h-9 [&_svg]:pointer-events-none [&_svg]:shrink-0 [&_svg:not([class*='size-'])]:size-4";
