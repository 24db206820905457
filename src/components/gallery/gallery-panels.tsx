"use client";

import dynamic from "next/dynamic";
import { useEffect } from "react";

import { useGalleryStore } from "./gallery-store";
import { closePanel, usePanelStore } from "./panel-store";
import type { GalleryPicture } from "./use-pictures";

// Each is loaded when it is first opened: most visits need none of them.
const PictureDialog = dynamic(() => import("./picture-dialog").then((module) => module.PictureDialog), {
  ssr: false,
});
const SelectionBar = dynamic(() => import("./selection-bar").then((module) => module.SelectionBar), {
  ssr: false,
});
const CompareDialog = dynamic(() => import("./compare-dialog").then((module) => module.CompareDialog), {
  ssr: false,
});
const ZipDialog = dynamic(() => import("./zip-dialog").then((module) => module.ZipDialog), { ssr: false });
const ShareDialog = dynamic(() => import("./share-dialog").then((module) => module.ShareDialog), {
  ssr: false,
});
const ShortcutsDialog = dynamic(() => import("./shortcuts-dialog").then((module) => module.ShortcutsDialog), {
  ssr: false,
});
const ConfirmDelete = dynamic(() => import("./confirm-delete").then((module) => module.ConfirmDelete), {
  ssr: false,
});

/** After the page itself: then they open at once, and without a connection too. */
const QUIET_MS = 2_000;

function fetchAhead(): void {
  const panels = [
    import("./picture-dialog"),
    import("./selection-bar"),
    import("./compare-dialog"),
    import("./zip-dialog"),
    import("./share-dialog"),
    import("./shortcuts-dialog"),
    import("./confirm-delete"),
  ];
  // One that does not come is asked for again as it is opened.
  void Promise.allSettled(panels);
}

interface GalleryPanelsProps {
  pictures: GalleryPicture[];
  openId: string | null;
  onOpen: (id: string) => void;
  onClose: () => void;
}

/** What lies over the gallery: the open picture, what to do with the chosen ones, and the panels. */
export function GalleryPanels({ pictures, openId, onOpen, onClose }: GalleryPanelsProps) {
  const isSelecting = useGalleryStore((state) => state.isSelecting);
  const panel = usePanelStore((state) => state.panel);
  useEffect(() => closePanel, []);
  useEffect(() => {
    const timer = setTimeout(fetchAhead, QUIET_MS);
    return () => clearTimeout(timer);
  }, []);

  return (
    <>
      {openId !== null && <PictureDialog id={openId} pictures={pictures} onOpen={onOpen} onClose={onClose} />}
      {isSelecting && openId === null && <SelectionBar pictures={pictures} />}
      {panel?.kind === "compare" && <CompareDialog ids={panel.ids} onClose={closePanel} />}
      {panel?.kind === "zip" && <ZipDialog wish={panel.wish} total={panel.total} onClose={closePanel} />}
      {panel?.kind === "share" && <ShareDialog id={panel.id} onClose={closePanel} />}
      {panel?.kind === "shortcuts" && <ShortcutsDialog onClose={closePanel} />}
      {panel?.kind === "delete" && <ConfirmDelete ids={panel.ids} onClose={closePanel} />}
    </>
  );
}
