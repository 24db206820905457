import type { QueryClient } from "@tanstack/react-query";

import { wizardKeys } from "~/components/models/wizard/wizard-keys";

/** As far as Clerk's own is needed: it tells each change of the session, null or undefined once there is none. */
interface SessionSource {
  addListener: (listener: (now: { session?: object | null | undefined }) => void) => unknown;
}

const watched = new WeakSet<SessionSource>();

/**
 * Forgets what this browser keeps of a person as soon as they sign out, here or in another tab. It listens for as long as the
 * document lives: Clerk leads to the landing page before it says the last word on the session.
 */
export function forgetAtSignOut(clerk: SessionSource, forget: () => void): void {
  if (watched.has(clerk)) return;
  watched.add(clerk);
  let isSignedIn = false;
  clerk.addListener(({ session }) => {
    if (session) isSignedIn = true;
    // Also while it is on its way out: the document may be gone before it is.
    else if (isSignedIn) forget();
    if (session === null) isSignedIn = false;
  });
}

/** Empties what was read from the server, and drops what was typed in the wizard. What is nobody's, as the theme, stays. */
export function forgetPerson(queryClient: QueryClient, storage: Storage): void {
  queryClient.clear();
  for (const key of Object.keys(storage)) if (key.startsWith(wizardKeys)) storage.removeItem(key);
}
