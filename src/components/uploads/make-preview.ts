/** Twice the widest a photo is shown in the grid. */
const PREVIEW_WIDTH_PX = 400;

/**
 * A small upright picture of a chosen file as an object URL, so that twenty photos of a phone do not fill its memory.
 * The caller revokes it.
 *
 * @returns null for what this browser cannot show, which is HEIC in most.
 */
export async function makePreview(file: Blob): Promise<string | null> {
  const original = URL.createObjectURL(file);
  try {
    // Through an <img>, because Chromium's createImageBitmap forgets a photo's orientation when it resizes
    // (seen with Chromium 156, 2026-11-22).
    const image = new Image();
    image.src = original;
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = PREVIEW_WIDTH_PX;
    canvas.height = Math.round((PREVIEW_WIDTH_PX * image.naturalHeight) / image.naturalWidth);
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const blob = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, "image/jpeg", 0.8);
    });
    return blob && URL.createObjectURL(blob);
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(original);
  }
}
