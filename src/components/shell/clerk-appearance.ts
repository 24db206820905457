import type { ClerkProvider } from "@clerk/nextjs";
import type { ComponentProps } from "react";

type Appearance = NonNullable<ComponentProps<typeof ClerkProvider>["appearance"]>;

/** Clerk's components in our colours. The values are CSS variables, so both themes and a switch between them just work. */
export const clerkAppearance: Appearance = {
  variables: {
    colorPrimary: "var(--primary)",
    colorPrimaryForeground: "var(--primary-foreground)",
    colorDanger: "var(--danger)",
    colorSuccess: "var(--success)",
    colorWarning: "var(--warning)",
    colorNeutral: "var(--foreground)",
    colorForeground: "var(--foreground)",
    colorMuted: "var(--muted)",
    colorMutedForeground: "var(--muted-foreground)",
    colorBackground: "var(--card)",
    colorInput: "var(--card)",
    colorInputForeground: "var(--foreground)",
    colorRing: "var(--ring)",
    colorBorder: "var(--input)",
    colorShadow: "var(--shade)",
    colorModalBackdrop: "var(--shade)",
    fontFamily: "var(--font-geist-sans)",
    fontSize: "0.875rem",
    borderRadius: "0.625rem",
  },
  elements: {
    cardBox: { boxShadow: "var(--shadow-lift)", border: "1px solid var(--border)" },
    formFieldInput: {
      minHeight: "2.75rem",
      border: "1px solid var(--input)",
      boxShadow: "none",
      "&:focus-visible": {
        borderColor: "var(--ring)",
        boxShadow: "0 0 0 4px color-mix(in oklch, var(--ring) 25%, transparent)",
      },
    },
    formButtonPrimary: {
      minHeight: "2.75rem",
      backgroundImage: "none",
      boxShadow: "none",
      "&::after": { display: "none" },
    },
  },
};
