/** The look of `Button`, size lg, as plain words: what stands in for a failed page comes with each page's script. */
export const failureButton = {
  primary:
    "inline-flex h-12 items-center rounded-lg bg-primary px-6 font-medium text-primary-foreground shadow-xs focus-ring transition-colors hover:bg-primary-hover",
  secondary:
    "inline-flex h-12 items-center rounded-lg border bg-card px-6 font-medium shadow-xs focus-ring transition-colors hover:bg-secondary",
} as const;
