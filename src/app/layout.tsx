import "./globals.css";

import { GeistSans } from "geist/font/sans";
import { GeistSerif } from "geist/font/serif/variable";
import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";

import { cn } from "~/components/cn";
import { ThemeProvider } from "~/components/shell/theme-provider";
import { OfflineBanner } from "~/components/ui/offline-banner";
import { themeScript } from "~/policy/theme-script";

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

/** What every page has. Each page pays for its script: Clerk and the toasts are where they are needed. */
export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    // next-themes sets the class before React hydrates, so the server's markup and the browser's differ here.
    <html
      lang="en"
      data-scroll-behavior="smooth"
      suppressHydrationWarning
      className={cn(GeistSans.variable, GeistSerif.variable)}
    >
      <body>
        <script dangerouslySetInnerHTML={{ __html: themeScript }} />
        <ThemeProvider>
          <OfflineBanner />
          {children}
        </ThemeProvider>
      </body>
    </html>
  );
}
