import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { cache } from "react";

import { SharedPage } from "~/components/sharing/shared-page";
import { trpc } from "~/trpc/server";

interface SharedProps {
  params: Promise<{ token: string }>;
}

/** The page and what is said of it read once. */
const seeShared = cache((token: string) => trpc.shares.see({ token }));

const title = "A picture made with Likeness";

export async function generateMetadata({ params }: SharedProps): Promise<Metadata> {
  const { token } = await params;
  const picture = await seeShared(token);
  if (!picture) return { title: "This picture is not shared", robots: { index: false, follow: false } };

  const description = picture.prompt ?? "A picture of someone that was never taken: a model made it.";
  const image = { url: `/api/share-cards/${token}`, width: 1200, height: 630, alt: title };
  return {
    metadataBase: await readOrigin(),
    title,
    description,
    robots: { index: false, follow: false },
    // The link is a secret of whoever has it: no site that is gone to from here may learn it.
    referrer: "no-referrer",
    openGraph: { type: "article", siteName: "Likeness", title, description, images: [image] },
    twitter: { card: "summary_large_image", title, description, images: [image] },
  };
}

export default async function SharedPicturePage({ params }: SharedProps) {
  const { token } = await params;
  const picture = await seeShared(token);
  if (!picture) notFound();
  return <SharedPage token={token} picture={picture} />;
}

/** The address this page was asked for at; a proxy or the worker in front says it. */
async function readOrigin(): Promise<URL> {
  const asked = await headers();
  const host = asked.get("x-forwarded-host") ?? asked.get("host") ?? "localhost";
  return new URL(`${asked.get("x-forwarded-proto") ?? "https"}://${host}`);
}
