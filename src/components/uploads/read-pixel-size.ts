import type { PhotoType } from "~/catalog/photo-rules";

interface PixelSize {
  widthPx: number;
  heightPx: number;
}

/**
 * The size of a photo out of its header, without decoding a pixel of it; a photo that lies on its side has its sides
 * swapped, which nobody asks here. Undefined when the file has no size that can be read.
 */
export async function readPixelSize(
  bytes: Uint8Array<ArrayBuffer>,
  type: PhotoType,
): Promise<PixelSize | undefined> {
  const { imageSize } = await import("image-size");
  try {
    const { width, height, images = [] } = imageSize(bytes);
    // An iPhone's HEIC is a grid of 512 px tiles with a thumbnail, listed in any order: the photo is the largest.
    const [first] = [{ width, height }, ...images].toSorted((a, b) => area(b) - area(a));
    return { widthPx: first?.width ?? width, heightPx: first?.height ?? height };
  } catch {
    // image-size gives up on some files that browsers can read.
    return askBrowser(new Blob([bytes], { type }));
  }
}

function area(size: { width: number; height: number }): number {
  return size.width * size.height;
}

async function askBrowser(blob: Blob): Promise<PixelSize | undefined> {
  if (!("createImageBitmap" in globalThis)) return undefined;
  try {
    const bitmap = await createImageBitmap(blob);
    const size = { widthPx: bitmap.width, heightPx: bitmap.height };
    bitmap.close();
    return size;
  } catch {
    return undefined;
  }
}
