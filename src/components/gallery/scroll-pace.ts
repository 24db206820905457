"use client";

/** Screens a second above which nobody looks at single pictures. */
const FLING = 2.5;
/** Shorter stretches say more of the browser's frames than of the hand. */
const SAMPLE_MS = 50;
/** Without a scroll for so long, the hand rests. */
const CALM_MS = 120;

let pxPerMs = 0;
let heardAt = -Infinity;
let sampledAt = -Infinity;
let sampledY = 0;

/** Watches how fast the page is scrolled, until it is told to stop. */
export function watchPace(): () => void {
  const listen = () => {
    const now = performance.now();
    // After a rest, a jump to elsewhere is no fling.
    if (now - heardAt > CALM_MS) [pxPerMs, sampledAt, sampledY] = [0, now, window.scrollY];
    heardAt = now;
    if (now - sampledAt < SAMPLE_MS) return;
    pxPerMs = Math.abs(window.scrollY - sampledY) / (now - sampledAt);
    [sampledAt, sampledY] = [now, window.scrollY];
  };
  window.addEventListener("scroll", listen, { passive: true });
  return () => window.removeEventListener("scroll", listen);
}

/** Whether pictures fly past faster than anyone can see them. */
export function isFlinging(): boolean {
  return performance.now() - heardAt < CALM_MS && pxPerMs > (FLING * window.innerHeight) / 1000;
}
