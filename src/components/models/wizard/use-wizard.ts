"use client";

import { useSearchParams } from "next/navigation";
import { useEffect, useState, useSyncExternalStore } from "react";
import { useStore } from "zustand";

import { createWizardStore, wizardSteps } from "./wizard-store";
import type { WizardState, WizardStep, WizardStore } from "./wizard-store";

interface Wizard {
  store: WizardStore;
  state: WizardState;
  /** Null until it is known: the draft is on its way, or what this browser kept has not been read. */
  step: WizardStep | null;
  goTo: (step: WizardStep) => void;
}

/**
 * The wizard's state. Each step has an address, so that the browser's back and forward move between them.
 *
 * @param hasDraft whether the server has a draft; undefined while nobody knows
 */
export function useWizard(userId: string, hasDraft: boolean | undefined): Wizard {
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
  const wanted = wizardSteps.find((known) => known === asked) ?? state.step ?? "photos";
  const isKnown = isRestored && hasDraft !== undefined;
  const step = isKnown ? (hasDraft ? wanted : "about") : null;

  useEffect(() => {
    if (step === null) return;
    // The browser's own back and forward change the address alone.
    store.setState({ step });
    if (asked === null) window.history.replaceState(null, "", addressOf(step));
  }, [asked, step, store]);

  const goTo = (next: WizardStep) => {
    window.history.pushState(null, "", addressOf(next));
  };

  return { store, state, step, goTo };
}

function addressOf(step: WizardStep): string {
  return `/models/new?step=${step}`;
}
