import Link from "next/link";

import { Wordmark } from "~/components/shell/wordmark";
import { Button } from "~/components/ui/button";
import { PictureFrame } from "~/components/ui/picture-frame";

interface SharedPageProps {
  token: string;
  picture: { widthPx: number; heightPx: number; prompt: string | null };
}

/** One shared picture, and nothing about whose it is. */
export function SharedPage({ token, picture }: SharedPageProps) {
  const { widthPx, heightPx, prompt } = picture;
  return (
    <div className="page-width flex min-h-dvh flex-col gap-6 py-6">
      <header className="flex items-center justify-between gap-4">
        <Wordmark href="/" />
        <Button asChild variant="secondary" size="sm">
          <Link href="/">Make your own</Link>
        </Button>
      </header>
      <main id="main" className="m-auto grid w-full justify-items-center gap-5 pb-8">
        <h1 className="sr-only">A picture made with Likeness</h1>
        <figure
          className="grid w-full gap-4"
          style={{ maxWidth: `min(100%, calc(76dvh * ${widthPx} / ${heightPx}))` }}
        >
          <PictureFrame
            src={`/api/shared/${token}`}
            alt={prompt ?? "The shared picture"}
            aspect={`${widthPx} / ${heightPx}`}
            eager
            className="w-full shadow-lift"
          />
          <figcaption className="grid gap-1 text-center">
            {prompt && (
              <p dir="auto" className="text-pretty break-words">
                {prompt}
              </p>
            )}
            <p className="text-sm text-muted-foreground">A model made this picture. No camera took it.</p>
            <p className="text-sm">
              <Link
                href={`/s/${token}/report`}
                className="rounded text-muted-foreground underline underline-offset-4 focus-ring hover:text-foreground"
              >
                Report this picture
              </Link>
            </p>
          </figcaption>
        </figure>
      </main>
    </div>
  );
}
