import { expect, test } from "vitest";

import { cn } from "./cn";

test("lets the later of two classes win, and leaves a size of our own beside a colour", () => {
  expect(cn("px-4 text-title", false, "px-2 text-foreground")).toBe("text-title px-2 text-foreground");
  expect(cn("text-title", "text-heading")).toBe("text-heading");
});
