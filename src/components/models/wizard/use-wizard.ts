"use client";

import { useSearchParams } from "next/navigation";
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { useStore } from "zustand";

import { createWizardStore, wizardSteps } from "./wizard-store";
import type { WizardState, WizardStep, WizardStore } from "./wizard-store";

interface Wizard {
  store: WizardStore;
  state: WizardState;
  /** False until what this browser kept has been read. */
  isRestored: boolean;
  /** The step that was asked for: by the address, or where one was; null when neither says. */
  step: WizardStep | null;
  goTo: (step: WizardStep) => void;
}

/** The wizard's state. Each step has an address, so that the browser's back and forward move between them. */
export function useWizard(userId: string): Wizard {
  const [store] = useState(() => createWizardStore(userId));
  const state = useStore(store);
  const isRestored = useSyncExternalStore(
    store.persist.onFinishHydration,
    store.persist.hasHydrated,
    () => false,
  );
  useEffect(() => {
    void store.persist.rehydrate();
  }, [store]);

  const asked = useSearchParams().get("step");
  const step = wizardSteps.find((known) => known === asked) ?? state.step;

  const goTo = useCallback(
    (next: WizardStep) => {
      store.setState({ step: next });
      window.history.pushState(null, "", `/models/new?step=${next}`);
    },
    [store],
  );

  return { store, state, isRestored, step, goTo };
}
