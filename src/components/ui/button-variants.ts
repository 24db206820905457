import { cva } from "class-variance-authority";

/** The classes of a button, for what looks like one and is not: a `<Link>`, a file picker. */
export const buttonVariants = cva(
  "inline-flex shrink-0 items-center justify-center gap-2 rounded-lg font-medium whitespace-nowrap focus-ring transition-[background-color,color,border-color,box-shadow,transform] duration-150 select-none active:translate-y-px disabled:pointer-events-none disabled:opacity-50 aria-disabled:pointer-events-none aria-disabled:opacity-50 [&_svg]:pointer-events-none [&_svg]:shrink-0 [&_svg:not([class*='size-'])]:size-4",
  {
    variants: {
      variant: {
        primary: "bg-primary text-primary-foreground shadow-xs hover:bg-primary-hover",
        secondary: "border bg-card text-foreground shadow-xs hover:bg-secondary",
        ghost: "text-foreground hover:bg-secondary",
        danger: "bg-danger text-danger-foreground shadow-xs hover:bg-danger-hover",
        link: "text-primary underline-offset-4 hover:underline active:translate-y-0",
      },
      // 44 px where fingers are, slimmer where a mouse is likely.
      size: {
        sm: "h-11 px-3 text-sm sm:h-8 sm:rounded-md",
        md: "h-11 px-4 text-sm sm:h-10",
        lg: "h-12 px-6 text-base",
        icon: "size-11 sm:size-10",
        "icon-sm": "size-11 sm:size-8 sm:rounded-md",
      },
    },
    compoundVariants: [{ variant: "link", class: "px-0" }],
    defaultVariants: { variant: "primary", size: "md" },
  },
);
