"use client";

import { type ReactNode, useSyncExternalStore } from "react";

interface ForVisitorProps {
  /** What everybody is sent, and who is not signed in keeps. */
  guest: ReactNode;
  /** What takes its place for who is signed in. */
  member: ReactNode;
}

/** Chooses between two pieces by whether this browser has a session, on pages that are the same for everybody. */
export function ForVisitor({ guest, member }: ForVisitorProps) {
  return useSyncExternalStore(neverChanges, isSignedIn, () => false) ? member : guest;
}

/**
 * Clerk keeps in this cookie when the session last changed, in seconds, and 0 once it has ended. It decides which words
 * are shown and nothing else.
 */
function isSignedIn(): boolean {
  return /(?:^|; )__client_uat=[1-9]/.test(document.cookie);
}

function neverChanges(): () => void {
  return () => undefined;
}
