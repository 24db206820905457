"use client";

import { useId, useState } from "react";

import { Button } from "~/components/ui/button";
import { Dialog, DialogContent, DialogFooter, DialogTitle } from "~/components/ui/dialog";
import { Input } from "~/components/ui/input";
import { Label } from "~/components/ui/label";

import { toDays, toInstants } from "./describe-dates";

interface DatesDialogProps {
  from: string | undefined;
  to: string | undefined;
  onClose: () => void;
  onChoose: (dates: { from?: string | undefined; to?: string | undefined }) => void;
}

/** Asks for the first and the last day. */
export function DatesDialog({ from, to, onClose, onChoose }: DatesDialogProps) {
  const [days, setDays] = useState(() => toDays({ from, to }));
  const [first, last] = [useId(), useId()];
  const isBackwards = days.first !== "" && days.last !== "" && days.first > days.last;

  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent aria-describedby={undefined} className="sm:max-w-sm">
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            if (isBackwards) return;
            onChoose(toInstants(days));
            onClose();
          }}
        >
          <DialogTitle>When they were made</DialogTitle>
          <div className="grid grid-cols-2 gap-3">
            <div className="grid gap-2">
              <Label htmlFor={first}>First day</Label>
              <Input
                id={first}
                type="date"
                value={days.first}
                onChange={(event) => setDays({ ...days, first: event.target.value })}
              />
            </div>
            <div className="grid gap-2">
              <Label htmlFor={last}>Last day</Label>
              <Input
                id={last}
                type="date"
                value={days.last}
                aria-invalid={isBackwards}
                onChange={(event) => setDays({ ...days, last: event.target.value })}
              />
            </div>
          </div>
          {isBackwards && (
            <p role="alert" className="text-sm text-danger">
              The last day is before the first one.
            </p>
          )}
          <DialogFooter>
            <Button variant="secondary" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit">Show pictures</Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
