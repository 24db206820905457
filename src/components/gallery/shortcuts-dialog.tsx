"use client";

import { useId } from "react";

import { Dialog, DialogContent, DialogDescription, DialogTitle } from "~/components/ui/dialog";
import { Kbd } from "~/components/ui/kbd";
import { Label } from "~/components/ui/label";
import { Switch } from "~/components/ui/switch";

import { switchShortcuts, useShortcutsOn } from "./shortcuts";

const shortcuts: [keys: string[], what: string][] = [
  [["j", "k"], "Next and previous picture"],
  [["←", "→", "↑", "↓"], "Around the gallery; neighbours of an open picture"],
  [["Enter"], "Open"],
  [["Space"], "Select, or no longer"],
  [["Shift", "Space"], "Select all since the last one"],
  [["f"], "Favourite, or no longer"],
  [["d"], "Delete"],
  [["z"], "Undo the last deletion"],
  [["c"], "Compare two to four selected pictures"],
  [["Esc"], "Close, or end selecting"],
  [["?"], "This list"],
];

/** What keys do in the gallery, and whether single letters do anything. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const areOn = useShortcutsOn();
  const id = useId();
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent className="sm:max-w-md">
        <DialogTitle>Keyboard</DialogTitle>
        <DialogDescription>
          They act on the selected pictures, or else on the one you are at.
        </DialogDescription>
        <dl className="grid grid-cols-[auto_1fr] items-center gap-x-5 gap-y-2 text-sm">
          {shortcuts.map(([keys, what]) => (
            <div key={what} className="contents">
              <dt className="flex gap-1">
                {keys.map((key) => (
                  <Kbd key={key}>{key}</Kbd>
                ))}
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <div className="flex items-center justify-between gap-4 border-t pt-4">
          <Label htmlFor={id}>Single letters do something</Label>
          <Switch id={id} checked={areOn} onCheckedChange={switchShortcuts} />
        </div>
      </DialogContent>
    </Dialog>
  );
}
