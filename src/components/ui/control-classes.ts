/** The frame that every place to type or choose shares. 16 px text on phones, or iOS zooms the page on focus. */
export const controlClasses =
  "border-input/70 bg-card placeholder:text-muted-foreground hover:border-input focus-visible:border-ring focus-visible:ring-ring/25 aria-invalid:border-danger aria-invalid:focus-visible:ring-danger/25 w-full rounded-lg border px-3.5 text-base shadow-xs transition-[border-color,box-shadow] outline-none focus-visible:ring-4 disabled:cursor-not-allowed disabled:opacity-50 sm:text-sm";
