/** The dimmed page behind a dialog. */
export const overlayClasses =
  "data-[state=open]:animate-in data-[state=closed]:animate-out data-[state=closed]:fade-out-0 data-[state=open]:fade-in-0 bg-shade/45 dark:bg-shade/70 fixed inset-0 z-50 duration-200";

/** A dialog's panel: a sheet from below on phones, centred from 640 px. */
export const panelClasses =
  "bg-popover text-popover-foreground shadow-float data-[state=open]:animate-in data-[state=closed]:animate-out data-[state=closed]:fade-out-0 data-[state=open]:fade-in-0 max-sm:data-[state=open]:slide-in-from-bottom-8 max-sm:data-[state=closed]:slide-out-to-bottom-8 sm:data-[state=open]:zoom-in-98 sm:data-[state=closed]:zoom-out-98 fixed z-50 grid w-full gap-4 overflow-y-auto border p-5 duration-200 max-sm:inset-x-0 max-sm:bottom-0 max-sm:max-h-[92dvh] max-sm:rounded-t-2xl max-sm:pb-[max(1.25rem,env(safe-area-inset-bottom))] sm:top-1/2 sm:left-1/2 sm:max-h-[88dvh] sm:max-w-lg sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-2xl sm:p-6";
