/** Twice the widest a photo is shown in the grid. */
const PREVIEW_WIDTH_PX = 400;

/**
 * A small picture of a chosen file as an object URL, so that twenty photos of a phone do not fill its memory. The
 * caller revokes it.
 *
 * @returns null for what this browser cannot show, which is HEIC in most.
 */
export async function makePreview(file: Blob): Promise<string | null> {
  try {
    const bitmap = await createImageBitmap(file, { resizeWidth: PREVIEW_WIDTH_PX, resizeQuality: "medium" });
    const canvas = document.createElement("canvas");
    canvas.width = bitmap.width;
    canvas.height = bitmap.height;
    canvas.getContext("bitmaprenderer")?.transferFromImageBitmap(bitmap);
    const blob = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, "image/jpeg", 0.8);
    });
    return blob && URL.createObjectURL(blob);
  } catch {
    return null;
  }
}
