import * as z from "zod/mini";
import { createStore } from "zustand";
import { createJSONStorage, persist } from "zustand/middleware";
import type { StateStorage } from "zustand/middleware";

import { subjectIds } from "~/catalog/subjects";

import { wizardKeys } from "./wizard-keys";

export const wizardSteps = ["about", "photos", "start"] as const;
export type WizardStep = (typeof wizardSteps)[number];

const Kept = z.object({
  /** The step one was at; null before the first. */
  step: z.nullable(z.enum(wizardSteps)),
  /** What was typed and is not on the server yet; null once it is. */
  name: z.nullable(z.string().check(z.maxLength(200))),
  subject: z.nullable(z.enum(subjectIds)),
  kind: z.enum(["instant", "fine-tuned"]),
});

export type WizardState = z.infer<typeof Kept>;

const fresh: WizardState = { step: null, name: null, subject: null, kind: "instant" };

/** The wizard's state of one user, kept in this browser as far as the server does not know it. Call `rehydrate` once mounted. */
export function createWizardStore(userId: string) {
  return createStore<WizardState>()(
    persist(() => fresh, {
      name: `${wizardKeys}${userId}`,
      storage: createJSONStorage(openStorage),
      skipHydration: true,
      partialize: ({ step, name, subject, kind }) => ({ step, name, subject, kind }),
      // Written by an older version of this page, or by hand: then begin anew.
      merge: (kept, current) => ({ ...current, ...Kept.safeParse(kept).data }),
    }),
  );
}

export type WizardStore = ReturnType<typeof createWizardStore>;

/** Forgets everything, after the draft was started or discarded. */
export function resetWizard(store: WizardStore): void {
  store.setState(fresh, true);
}

const nowhere: StateStorage = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };

/** The browser's storage; nowhere on the server, and where the user has forbidden it. */
function openStorage(): StateStorage {
  try {
    return typeof window === "undefined" ? nowhere : window.localStorage;
  } catch {
    return nowhere;
  }
}
