import "./globals.css";

import { ClerkProvider } from "@clerk/nextjs";
import { GeistSans } from "geist/font/sans";
import { GeistSerif } from "geist/font/serif/variable";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";

import { cn } from "~/components/cn";
import { clerkAppearance } from "~/components/shell/clerk-appearance";
import { ThemeProvider } from "~/components/shell/theme-provider";
import { OfflineBanner } from "~/components/ui/offline-banner";
import { Toaster } from "~/components/ui/toaster";

export const metadata: Metadata = {
  title: { default: "Likeness: pictures of you that were never taken", template: "%s · Likeness" },
  description:
    "Upload 10 to 20 photos of yourself, get a FLUX model of your own, and make pictures of yourself. Private, and deletable for good.",
  applicationName: "Likeness",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fcfaf7" },
    { media: "(prefers-color-scheme: dark)", color: "#100e0c" },
  ],
  // The tab bar pads itself with the safe area, which is zero without this.
  viewportFit: "cover",
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <ClerkProvider appearance={clerkAppearance}>
      {/* next-themes sets the class before React hydrates, so the server's markup and the browser's differ here. */}
      <html
        lang="en"
        data-scroll-behavior="smooth"
        suppressHydrationWarning
        className={cn(GeistSans.variable, GeistSerif.variable)}
      >
        <body>
          <ThemeProvider>
            <OfflineBanner />
            {children}
            <Toaster />
          </ThemeProvider>
        </body>
      </html>
    </ClerkProvider>
  );
}
