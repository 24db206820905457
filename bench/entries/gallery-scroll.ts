import { alone } from "../measurement";
import type { Entry } from "../measurement";
import { withDatabase } from "../open-database";
import type { Preview } from "../preview-set";

const PICTURES = 10_000;
const THUMBNAILS = 1_000;
/** Five screens a second at 60 frames. */
const FRAMES_A_SCREEN = 12;

interface Scrolled {
  longestTaskMs: number;
  tiles: number;
}

/**
 * A gallery of 10,000 pictures in Chromium, scrolled to its end. The goals: no task over 100 ms after load, and memory
 * that does not grow with what was seen: of 10,000 pictures only those near the screen exist.
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
    const { longestTaskMs, tiles } = await scrollToEnd(preview);
    const after = await readHeapMb(preview);
    return {
      "gallery-scroll.longest-task": alone(longestTaskMs, "ms"),
      "gallery-scroll.heap-growth": alone(after - before, "MB"),
      "gallery-scroll.in-the-page": alone(tiles, "pictures"),
    };
  },
};

/** As a hand that flings on and on, until the gallery says that this was all. */
async function scrollToEnd({ page }: Preview): Promise<Scrolled> {
  return page.evaluate(async (framesAScreen) => {
    let longestTaskMs = 0;
    const observer = new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, duration);
    });
    observer.observe({ entryTypes: ["longtask"] });
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    while (!document.querySelector("[data-testid=gallery-end]")) {
      window.scrollBy(0, window.innerHeight / framesAScreen);
      await frame();
    }
    window.scrollTo(0, document.documentElement.scrollHeight);
    for (let settle = 0; settle < 60; settle += 1) await frame();
    observer.disconnect();
    return { longestTaskMs, tiles: document.querySelectorAll("[data-picture]").length };
  }, FRAMES_A_SCREEN);
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
