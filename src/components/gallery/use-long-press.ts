"use client";

import { useMemo, useRef } from "react";
import type { MouseEvent, PointerEvent } from "react";

const LONG_MS = 420;
/** A finger that moves further scrolls. */
const STILL_PX = 10;

/** A finger held down on something: what a right-click or a modifier key does elsewhere. `wasLong` tells its click apart. */
export function useLongPress(onLongPress: () => void) {
  const press = useRef<{ timer: ReturnType<typeof setTimeout>; x: number; y: number } | null>(null);
  const isLong = useRef(false);
  const latest = useRef(onLongPress);

  return useMemo(() => {
    const end = () => {
      clearTimeout(press.current?.timer);
      press.current = null;
    };
    return {
      wasLong: () => {
        const was = isLong.current;
        isLong.current = false;
        return was;
      },
      onPointerDown: (event: PointerEvent) => {
        isLong.current = false;
        if (event.pointerType === "mouse") return;
        const timer = setTimeout(() => {
          isLong.current = true;
          press.current = null;
          latest.current();
        }, LONG_MS);
        press.current = { timer, x: event.clientX, y: event.clientY };
      },
      onPointerMove: ({ clientX, clientY }: PointerEvent) => {
        if (!press.current) return;
        const { x, y } = press.current;
        if (Math.hypot(clientX - x, clientY - y) > STILL_PX) end();
      },
      onPointerUp: end,
      onPointerCancel: end,
      // The browser's own menu for a picture comes with a long press.
      onContextMenu: (event: MouseEvent) => {
        if (press.current || isLong.current) event.preventDefault();
      },
    };
  }, []);
}
