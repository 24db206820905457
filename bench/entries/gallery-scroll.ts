import { alone } from "../measurement";
import type { Entry } from "../measurement";
import { withDatabase } from "../open-database";
import type { Preview } from "../preview-set";

const PICTURES = 10_000;
const THUMBNAILS = 1_000;
/** Of 60 a second: one and a half screens a second, with every picture seen, and five. */
const READING = { framesAScreen: 40, screens: 60 };
const FLINGING = { framesAScreen: 12, screens: Infinity };

interface Scrolled {
  longestTaskMs: number;
  tiles: number;
}

/**
 * A gallery of 10,000 pictures in Chromium, read for some screens and then flung to its end. The goals: no task over 100 ms
 * after load, and memory that does not grow with what was seen: of 10,000 pictures only those near the screen exist.
 */
export const galleryScroll: Entry = {
  name: "gallery-scroll",
  needs: "preview",
  measure: async (preview) => {
    const { fillGallery } = await import("../../e2e/fixtures/fill-gallery");
    await withDatabase((db, userId) => fillGallery(db, { userId, count: PICTURES, thumbnails: THUMBNAILS }));
    const { page } = preview;
    await page.goto("/gallery");
    await page.locator("[data-picture] [data-state=shown]").first().waitFor();
    await page.waitForLoadState("networkidle");

    const before = await readHeapMb(preview);
    const reading = await scroll(preview, READING);
    const flinging = await scroll(preview, FLINGING);
    const after = await readHeapMb(preview);
    return {
      "gallery-scroll.longest-task": alone(flinging.longestTaskMs, "ms"),
      "gallery-scroll.longest-task-reading": alone(reading.longestTaskMs, "ms"),
      "gallery-scroll.heap-growth": alone(after - before, "MB"),
      "gallery-scroll.in-the-page": alone(flinging.tiles, "pictures"),
    };
  },
};

/** Evenly, so many screens on, or until the gallery says that this was all. */
async function scroll(
  { page }: Preview,
  pace: { framesAScreen: number; screens: number },
): Promise<Scrolled> {
  return page.evaluate(async ({ framesAScreen, screens }) => {
    let longestTaskMs = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, duration);
    });
    observer.observe({ entryTypes: ["longtask"] });
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const isOver = () => document.querySelector("[data-testid=gallery-end]") !== null;
    for (let frames = 0; frames < framesAScreen * screens && !isOver(); frames += 1) {
      window.scrollBy(0, window.innerHeight / framesAScreen);
      await frame();
    }
    if (isOver()) window.scrollTo(0, document.documentElement.scrollHeight);
    for (let settle = 0; settle < 60; settle += 1) await frame();
    observer.disconnect();
    return { longestTaskMs, tiles: document.querySelectorAll("[data-picture]").length };
  }, pace);
}

/** What scripts hold once everything that can be freed has been. */
async function readHeapMb({ page }: Preview): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  await session.send("HeapProfiler.collectGarbage");
  const { metrics } = await session.send("Performance.getMetrics");
  await session.detach();
  return (metrics.find(({ name }) => name === "JSHeapUsedSize")?.value ?? Number.NaN) / 1024 / 1024;
}
