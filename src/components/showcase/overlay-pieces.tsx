"use client";

import { ConfirmDialog } from "~/components/ui/alert-dialog";
import { Button } from "~/components/ui/button";
import { Dialog, DialogContent, DialogDescription, DialogTitle, DialogTrigger } from "~/components/ui/dialog";
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from "~/components/ui/dropdown-menu";
import { Popover, PopoverContent, PopoverTrigger } from "~/components/ui/popover";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "~/components/ui/tabs";
import { toast } from "~/components/ui/toast";
import { ToastOutlet } from "~/components/ui/toast-outlet";
import { Tooltip } from "~/components/ui/tooltip";

import { Chapter, Specimen } from "./specimen";

/** What opens over the page. */
export function OverlayPieces() {
  return (
    <Chapter title="Over the page">
      <Specimen name="Dialog, question, menu, popover, tooltip, toasts">
        <Dialog>
          <DialogTrigger asChild>
            <Button variant="secondary">Dialog</Button>
          </DialogTrigger>
          <DialogContent>
            <DialogTitle>A dialog</DialogTitle>
            <DialogDescription>A sheet from below on phones.</DialogDescription>
          </DialogContent>
        </Dialog>
        <ConfirmDialog
          title="Delete this?"
          description="It cannot be brought back."
          confirm="Delete it"
          trigger={<Button variant="secondary">Question</Button>}
          onConfirm={() => toast.success("Deleted")}
        />
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <Button variant="secondary">Menu</Button>
          </DropdownMenuTrigger>
          <DropdownMenuContent>
            <DropdownMenuItem>Rename</DropdownMenuItem>
            <DropdownMenuItem tone="danger">Delete</DropdownMenuItem>
          </DropdownMenuContent>
        </DropdownMenu>
        <Popover>
          <PopoverTrigger asChild>
            <Button variant="secondary">Popover</Button>
          </PopoverTrigger>
          <PopoverContent>A panel that belongs to its button.</PopoverContent>
        </Popover>
        <Tooltip content="A few words">
          <Button variant="secondary">Tooltip</Button>
        </Tooltip>
        <Button variant="secondary" onClick={() => toast.success("It is done")}>
          Toast
        </Button>
        <Button
          variant="secondary"
          onClick={() => toast.error("It is still there", { description: "We could not be reached." })}
        >
          Toast of a failure
        </Button>
      </Specimen>
      <Tabs defaultValue="one">
        <TabsList aria-label="Views">
          <TabsTrigger value="one">One view</TabsTrigger>
          <TabsTrigger value="two">Another</TabsTrigger>
        </TabsList>
        <TabsContent value="one">Several views of one place.</TabsContent>
        <TabsContent value="two">This is the other.</TabsContent>
      </Tabs>
      <ToastOutlet />
    </Chapter>
  );
}
