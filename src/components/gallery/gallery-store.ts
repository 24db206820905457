"use client";

import { create } from "zustand";

import { galleryRules } from "~/catalog/gallery-rules";

interface GalleryState {
  /** The chosen pictures. */
  selected: ReadonlySet<string>;
  /** Pressing a picture chooses it instead of opening it. */
  isSelecting: boolean;
  /** Where a range begins. */
  anchorId: string | null;
  /** The picture that keys act on. */
  activeId: string | null;
  /** Deleted here, whatever lists still say. */
  gone: ReadonlySet<string>;
  /** Changed here, whatever lists still say. */
  favourites: ReadonlyMap<string, boolean>;
}

/** What the gallery has in hand, for as long as the tab is open. */
export const useGalleryStore = create<GalleryState>(() => ({
  selected: new Set(),
  isSelecting: false,
  anchorId: null,
  activeId: null,
  gone: new Set(),
  favourites: new Map(),
}));

const { setState, getState } = useGalleryStore;

/** Chooses a picture, or no longer. */
export function toggleSelected(id: string): void {
  const selected = new Set(getState().selected);
  if (!selected.delete(id)) selected.add(id);
  choose(selected, id);
}

/** Chooses all pictures from where the last choice was made to this one, in the order they are shown. */
export function selectRange(shownIds: readonly string[], id: string): void {
  const { selected, anchorId } = getState();
  const to = shownIds.indexOf(id);
  const from = anchorId === null ? to : shownIds.indexOf(anchorId);
  const range = from < 0 ? [id] : shownIds.slice(Math.min(from, to), Math.max(from, to) + 1);
  choose(new Set([...selected, ...range]), anchorId ?? id);
}

/** Chooses these pictures. */
export function selectAll(ids: readonly string[]): void {
  choose(new Set(ids.slice(0, galleryRules.maxPicturesChosen)), getState().anchorId);
}

/** Begins choosing, with nothing chosen. */
export function beginSelecting(): void {
  setState({ isSelecting: true });
}

/** Ends choosing: pressing a picture opens it again. */
export function endSelecting(): void {
  setState({ selected: new Set(), isSelecting: false, anchorId: null });
}

/** Makes a picture the one that keys act on. */
export function activate(activeId: string | null): void {
  setState({ activeId });
}

/** Hides pictures everywhere in this tab, or shows them again. */
export function markGone(ids: readonly string[], isGone: boolean): void {
  const gone = new Set(getState().gone);
  for (const id of ids) {
    if (isGone) gone.add(id);
    else gone.delete(id);
  }
  setState({ gone });
}

/** Shows pictures as favourites or not, everywhere in this tab. @returns how to take it back. */
export function markFavourites(ids: readonly string[], isFavourite: boolean): () => void {
  const before = getState().favourites;
  setState({ favourites: new Map([...before, ...ids.map((id) => [id, isFavourite] as const)]) });
  return () => setState({ favourites: before });
}

function choose(selected: Set<string>, anchorId: string | null): void {
  setState({ selected, anchorId, isSelecting: true });
}
