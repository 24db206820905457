import { sql } from "kysely";

/** Of the query's photo: it is a reference of an Instant version, and so a part of that version. */
export const isReference = sql<boolean>`exists (
  select from model_version_photo held join model_version on model_version.id = held.version_id
  where held.photo_id = photo.id and held.reference_rank is not null and model_version.kind = 'instant'
)`;
