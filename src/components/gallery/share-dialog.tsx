"use client";

import { Check, Copy, ExternalLink } from "lucide-react";
import { useId, useState } from "react";

import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogTitle } from "~/components/ui/dialog";
import { Input } from "~/components/ui/input";
import { Label } from "~/components/ui/label";
import { Skeleton } from "~/components/ui/skeleton";
import { Switch } from "~/components/ui/switch";
import { trpc } from "~/trpc/react";

import { reasonOf } from "./say-failure";

/** A picture's link: off until its owner switches it on, and gone for good when they switch it off. */
export function ShareDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const api = trpc.useUtils();
  const { data: picture, error: unknown } = trpc.pictures.byId.useQuery({ pictureId: id });
  const keep = {
    networkMode: "always",
    onSuccess: () => api.pictures.byId.invalidate({ pictureId: id }),
  } as const;
  const open = trpc.shares.open.useMutation(keep);
  const revoke = trpc.shares.revoke.useMutation(keep);
  const error = unknown ?? open.error ?? revoke.error;
  const isBusy = open.isPending || revoke.isPending;
  const [link, prompt] = [useId(), useId()];
  const share = picture?.share;

  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent className="sm:max-w-md">
        <DialogTitle>Share this picture</DialogTitle>
        <DialogDescription>
          Whoever has the link sees this one picture, without your name. Search engines are asked to stay
          away.
        </DialogDescription>
        {error && (
          <Alert tone="error" title="This could not be saved">
            {reasonOf(error)}
          </Alert>
        )}
        {!picture && !error && <Skeleton className="h-24" />}
        {picture && (
          <div className="grid gap-4">
            <Setting
              id={link}
              name="Anyone with the link can see it"
              note={
                share
                  ? "Switched off, the link stops working at once, for good."
                  : "Off: only you can see it."
              }
              isOn={share != null}
              isOff={isBusy}
              onChange={(isOn) => {
                if (isOn) open.mutate({ pictureId: id, showsPrompt: false });
                else revoke.mutate({ pictureId: id });
              }}
            />
            {share && (
              <>
                <Link token={share.token} />
                <Setting
                  id={prompt}
                  name="Show the prompt"
                  note="The words you wrote stand under the picture."
                  isOn={share.showsPrompt}
                  isOff={isBusy}
                  onChange={(showsPrompt) => open.mutate({ pictureId: id, showsPrompt })}
                />
              </>
            )}
          </div>
        )}
      </DialogContent>
    </Dialog>
  );
}

function Link({ token }: { token: string }) {
  const [isCopied, setCopied] = useState(false);
  const address = `${window.location.origin}/s/${token}`;
  return (
    <div className="flex gap-2">
      <Input aria-label="Link" readOnly value={address} onFocus={(event) => event.target.select()} />
      <Button
        onClick={() => {
          void navigator.clipboard.writeText(address).then(() => setCopied(true));
        }}
      >
        {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />} {isCopied ? "Copied" : "Copy"}
      </Button>
      <Button asChild variant="secondary" size="icon">
        <a href={address} target="_blank" rel="noreferrer" aria-label="Open the page in a new tab">
          <ExternalLink aria-hidden />
        </a>
      </Button>
    </div>
  );
}

interface SettingProps {
  id: string;
  name: string;
  note: string;
  isOn: boolean;
  isOff: boolean;
  onChange: (isOn: boolean) => void;
}

function Setting({ id, name, note, isOn, isOff, onChange }: SettingProps) {
  return (
    <div className="flex items-start justify-between gap-4">
      <div className="grid gap-0.5">
        <Label htmlFor={id}>{name}</Label>
        <p id={`${id}-note`} className="text-sm text-muted-foreground">
          {note}
        </p>
      </div>
      <Switch
        id={id}
        aria-describedby={`${id}-note`}
        checked={isOn}
        disabled={isOff}
        onCheckedChange={onChange}
      />
    </div>
  );
}
