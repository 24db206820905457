import { QueryClient } from "@tanstack/react-query";
import { expect, test, vi } from "vitest";

import { createWizardStore } from "~/components/models/wizard/wizard-store";

import { forgetAtSignOut, forgetPerson } from "./forget-person";

/** Clerk, as far as it tells of sessions. */
function playClerk() {
  const listeners: ((now: { session?: object | null | undefined }) => void)[] = [];
  return {
    addListener: (listener: (typeof listeners)[number]) => listeners.push(listener),
    tell: (session: object | null | undefined) => {
      for (const listener of listeners) listener({ session });
    },
  };
}

/** A browser's storage: its entries are its own properties. */
function playStorage(): Storage {
  const methods = {
    getItem(this: Record<string, string>, key: string) {
      return this[key] ?? null;
    },
    setItem(this: Record<string, string>, key: string, value: string) {
      this[key] = value;
    },
    removeItem(this: Record<string, string>, key: string) {
      // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- as a browser's does
      delete this[key];
    },
  };
  return Object.create(methods) as Storage; // what is used of it
}

test("signing out is noticed while the session goes and once it is gone, and loading is not signing out", () => {
  const clerk = playClerk();
  const forget = vi.fn();
  forgetAtSignOut(clerk, forget);
  forgetAtSignOut(clerk, forget);
  clerk.tell(undefined);
  clerk.tell(null);
  expect(forget).not.toHaveBeenCalled();
  clerk.tell({ id: "sess_1" });
  clerk.tell({ id: "sess_1" });
  expect(forget).not.toHaveBeenCalled();
  clerk.tell(undefined);
  expect(forget).toHaveBeenCalledTimes(1);
  clerk.tell(null);
  clerk.tell(null);
  expect(forget).toHaveBeenCalledTimes(2);
});

test("what was read and what was typed is forgotten, the theme is not", () => {
  const storage = playStorage();
  vi.stubGlobal("window", { localStorage: storage });
  createWizardStore("user_1").setState({ name: "Ines" });
  storage.setItem("theme", "dark");
  const queryClient = new QueryClient();
  queryClient.setQueryData(["models"], [{ name: "Ines" }]);
  expect(JSON.stringify(storage)).toContain("Ines");

  forgetPerson(queryClient, storage);
  expect(Object.entries(storage)).toEqual([["theme", "dark"]]);
  expect(queryClient.getQueryCache().getAll()).toEqual([]);
  vi.unstubAllGlobals();
});
