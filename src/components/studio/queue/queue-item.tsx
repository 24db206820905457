"use client";

import { ArrowDown, ArrowUp, ArrowUpToLine, X } from "lucide-react";
import type { LucideIcon } from "lucide-react";

import { packNames } from "~/catalog/pack-names";
import { Button } from "~/components/ui/button";

import type { QueuedPress } from "./use-queue";

interface QueueItemProps {
  press: QueuedPress;
  /** Without a function its place has no such way. */
  onFirst: (() => void) | undefined;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
  onCancel: () => void;
  isCancelling: boolean;
}

/** One press that waits. */
export function QueueItem({ press, onFirst, onUp, onDown, onCancel, isCancelling }: QueueItemProps) {
  const { prompt, pack, modelName, waiting, total } = press;
  const name = pack === null ? prompt : packNames[pack];
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
      <div className="min-w-0 flex-1 basis-48">
        <p dir="auto" className="truncate text-sm font-medium">
          {name}
        </p>
        <p className="text-xs text-muted-foreground tabular-nums">
          {modelName && `${modelName} · `}
          {waiting === total
            ? `${waiting} ${waiting === 1 ? "picture" : "pictures"}`
            : `${waiting} of ${total} still wait`}
        </p>
      </div>
      <div className="-mr-2 flex">
        <ItemButton label={`Make next: ${name}`} icon={ArrowUpToLine} onPress={onFirst} />
        <ItemButton label={`Earlier: ${name}`} icon={ArrowUp} onPress={onUp} />
        <ItemButton label={`Later: ${name}`} icon={ArrowDown} onPress={onDown} />
        <ItemButton label={`Cancel: ${name}`} icon={X} onPress={onCancel} isPending={isCancelling} />
      </div>
    </li>
  );
}

function ItemButton(props: {
  label: string;
  icon: LucideIcon;
  onPress: (() => void) | undefined;
  isPending?: boolean;
}) {
  const { label, icon: Icon, onPress, isPending = false } = props;
  return (
    <Button
      variant="ghost"
      size="icon-sm"
      aria-label={label}
      title={label.split(":")[0]}
      pending={isPending}
      disabled={!onPress}
      onClick={onPress}
    >
      {!isPending && <Icon aria-hidden />}
    </Button>
  );
}
