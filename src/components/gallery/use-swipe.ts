"use client";

import { useRef } from "react";
import type { TouchEvent } from "react";

/** A finger goes at least this far, and more sideways than along. */
const FAR_PX = 48;

/** Goes to the neighbours by a finger drawn across. */
export function useSwipe(to: { newer: (() => void) | undefined; older: (() => void) | undefined }) {
  const start = useRef<{ x: number; y: number } | null>(null);
  return {
    onTouchStart: ({ touches }: TouchEvent) => {
      const touch = touches[0];
      start.current = touch && touches.length === 1 ? { x: touch.clientX, y: touch.clientY } : null;
    },
    onTouchEnd: ({ changedTouches }: TouchEvent) => {
      const touch = changedTouches[0];
      if (!touch || !start.current) return;
      const [x, y] = [touch.clientX - start.current.x, touch.clientY - start.current.y];
      start.current = null;
      if (Math.abs(x) < FAR_PX || Math.abs(x) < Math.abs(y) * 1.5) return;
      if (x < 0) to.older?.();
      else to.newer?.();
    },
  };
}
