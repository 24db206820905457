"use client";

import { useEffectEvent, useLayoutEffect, useRef } from "react";
import type { RefObject } from "react";

/**
 * Takes what a person wrote into a field of the server's page before React took it over: React does not hear of that, and
 * the next drawing would undo it.
 *
 * @param text what the field is drawn with.
 * @param take told once, before anything is drawn anew, what stands there instead.
 * @returns the field's ref.
 */
export function useEarlyText(
  text: string,
  take: (text: string) => void,
): RefObject<HTMLTextAreaElement | null> {
  const field = useRef<HTMLTextAreaElement>(null);
  const compare = useEffectEvent(() => {
    const written = field.current?.value ?? text;
    if (written !== text) take(written);
  });
  useLayoutEffect(() => compare(), []);
  return field;
}
