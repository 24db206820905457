import type { FaceBox } from "~/catalog/photo-measures";

/** The Shape Detection API's part that is used (WICG draft, read 2026-11-22): few browsers have it, on few systems. */
interface FaceDetector {
  detect: (image: OffscreenCanvas) => Promise<{ boundingBox: DOMRectReadOnly }[]>;
}
type FaceDetectorMaker = new (options: { maxDetectedFaces: number; fastMode: boolean }) => FaceDetector;

const MAX_FACES = 10;

/** Where the faces are, by the browser's own detector. @returns null where there is none, or it does not work. */
export async function findFaces(canvas: OffscreenCanvas): Promise<FaceBox[] | null> {
  const Maker = (globalThis as { FaceDetector?: FaceDetectorMaker }).FaceDetector; // not in TypeScript's DOM
  if (!Maker) return null;
  try {
    const detector = new Maker({ maxDetectedFaces: MAX_FACES, fastMode: true });
    const faces = await detector.detect(canvas);
    return faces.slice(0, MAX_FACES).map(({ boundingBox: box }) => clip(box, canvas));
  } catch {
    // It is there by name on systems that have no detector behind it.
    return null;
  }
}

function clip(box: DOMRectReadOnly, { width, height }: OffscreenCanvas): FaceBox {
  const share = (value: number) => Math.min(1, Math.max(0, value));
  const left = share(box.left / width);
  const top = share(box.top / height);
  return { left, top, width: share(box.right / width) - left, height: share(box.bottom / height) - top };
}
