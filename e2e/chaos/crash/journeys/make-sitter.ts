import { readFile } from "node:fs/promises";
import { basename } from "node:path";

import { consent } from "~/catalog/consent";
import { renderedPhotos } from "~/local/photos/rendered-photos";

import { createPerson } from "../../../fixtures/people";
import type { Person } from "../../../fixtures/people";
import { waitUntilIdle } from "../../set/settle";
import { openApi } from "../api";
import type { Api } from "../api";
import type { World } from "../../set/world";

export interface Sitter {
  person: Person;
  api: Api;
  modelId: string;
}

/** A person on Pro with a draft of a model and so many photos in it, which have been prepared. */
export async function makeSitter(world: World, photos: number): Promise<Sitter> {
  const person = await createPerson(world.db, "pro");
  const api = await openApi(world.set.origin, person);
  const { modelId } = await api.trpc.models.saveDraft.mutate({ name: "Ada", subject: "woman" });
  await api.trpc.models.agree.mutate({ modelId, consentVersion: consent.version });
  if (photos > 0)
    await api.upload(modelId, await Promise.all(renderedPhotos.slice(0, photos).map(readPhoto)));
  await waitUntilIdle(world.handles);
  return { person, api, modelId };
}

/** A photo as the picker hands it over. */
export async function readPhoto(path: string): Promise<File> {
  return new File([await readFile(path)], basename(path), { type: "image/jpeg" });
}
