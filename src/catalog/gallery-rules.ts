import type { StyleId } from "./styles";

/** Bounds of what can be done with pictures at once, and how long a deletion can be undone. */
export const galleryRules = {
  /** In one call to the server; the browser sends more in turns. */
  maxPicturesACall: 500,
  /** More are downloaded by a filter. A list of them still fits into what the edge takes as one body. */
  maxPicturesChosen: 5000,
  minCompared: 2,
  maxCompared: 4,
  /** How long the browser offers to undo a deletion. */
  undoSeconds: 15,
  /** How long the server can: longer, so that an undo pressed at the last moment still arrives. */
  keptSeconds: 45,
  /** How long a prepared ZIP can be downloaded. */
  zipSeconds: 60 * 60,
} as const;

/** The last so many days, as they are offered. */
export const dayChoices = [7, 30, 365] as const;
export type DayChoice = (typeof dayChoices)[number];

/** Which pictures of a gallery are asked for; all of them without any. */
export interface PictureFilter {
  /** One of the user's models by id, no model, or the ones that are deleted. */
  model?: string | undefined;
  style?: StyleId | undefined;
  isFavourite?: true | undefined;
  days?: DayChoice | undefined;
  /** ISO instants: made at or after `from`, and before `to`. */
  from?: string | undefined;
  to?: string | undefined;
}

/** What `model` may say beside an id. */
export const noModel = "none";
export const deletedModels = "deleted";
