import { beforeEach, expect, test } from "vitest";

import {
  endSelecting,
  markFavourites,
  markGone,
  selectRange,
  toggleSelected,
  useGalleryStore,
} from "./gallery-store";

const shown = ["a", "b", "c", "d", "e"];
const selected = () => [...useGalleryStore.getState().selected].toSorted();

beforeEach(endSelecting);

test("a range goes from the last choice to this one, in either direction, and adds to what is chosen", () => {
  toggleSelected("d");
  selectRange(shown, "b");
  expect(selected()).toEqual(["b", "c", "d"]);
  selectRange(shown, "e");
  expect(selected()).toEqual(["b", "c", "d", "e"]);
  toggleSelected("c");
  expect(selected()).toEqual(["b", "d", "e"]);
});

test("a range without a beginning, or whose beginning is no longer shown, is the one picture", () => {
  selectRange(shown, "b");
  expect(selected()).toEqual(["b"]);
  endSelecting();
  toggleSelected("x");
  selectRange(shown, "c");
  expect(selected()).toEqual(["c", "x"]);
});

test("what is gone comes back, and a favourite that could not be saved is as it was", () => {
  markGone(["a", "b"], true);
  markGone(["a"], false);
  expect([...useGalleryStore.getState().gone]).toEqual(["b"]);
  const takeBack = markFavourites(["a"], true);
  expect(useGalleryStore.getState().favourites.get("a")).toBe(true);
  takeBack();
  expect(useGalleryStore.getState().favourites.has("a")).toBe(false);
});
