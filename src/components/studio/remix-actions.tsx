"use client";

import { Dices, Maximize2, Shuffle, Sprout } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { toast } from "sonner";

import { generationRules } from "~/catalog/generation-rules";
import { Button } from "~/components/ui/button";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "~/components/ui/dropdown-menu";
import { trpc } from "~/trpc/react";

import { priceInWords } from "./check-settings";

const VARIATIONS = generationRules.maxPictures;

/** What can be made of a picture: the next seed in the form, variations, a larger one. Prices stand beside what costs. */
export function RemixActions({ id }: { id: string }) {
  const router = useRouter();
  const api = trpc.useUtils();
  const { data: entitlements } = trpc.account.entitlements.useQuery();
  const each = entitlements?.pricePerPicture ?? 1;

  const onStarted = async (what: string) => {
    toast.success(what, { action: { label: "See it", onClick: () => router.push("/studio") } });
    await Promise.all([api.generations.invalidate(), api.account.entitlements.invalidate()]);
  };
  const onError = (error: { data?: unknown; message: string }) => {
    toast.error(error.data ? error.message : "We could not be reached. Check your connection and try again.");
  };
  const vary = trpc.pictures.vary.useMutation({
    onSuccess: () => onStarted(`${VARIATIONS} variations are on their way.`),
    onError,
  });
  const upscale = trpc.pictures.upscale.useMutation({
    onSuccess: () => onStarted("The larger picture is on its way."),
    onError,
  });
  const isPending = vary.isPending || upscale.isPending;

  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="secondary" pending={isPending}>
          {!isPending && <Shuffle aria-hidden />}
          Remix
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="min-w-56">
        <DropdownMenuItem asChild>
          <Link href={`/studio?again=${id}&seed=next`}>
            <Sprout aria-hidden /> Use again, next seed
          </Link>
        </DropdownMenuItem>
        <DropdownMenuItem
          onSelect={() => vary.mutate({ pictureId: id, requestId: crypto.randomUUID(), count: VARIATIONS })}
        >
          <Dices aria-hidden /> {VARIATIONS} variations
          <Price credits={VARIATIONS * each} />
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => upscale.mutate({ pictureId: id, requestId: crypto.randomUUID() })}>
          <Maximize2 aria-hidden /> Upscale
          <Price credits={generationRules.creditsPerUpscale * each} />
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

function Price({ credits }: { credits: number }) {
  return (
    <span className="ml-auto pl-4 text-xs text-muted-foreground tabular-nums">{priceInWords(credits)}</span>
  );
}
