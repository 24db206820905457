import libheif from "libheif-js/wasm-bundle";

/** Decodes the first picture of a HEIC file, upright. @throws when there is none that can be read. */
export async function decodeHeic(bytes: Uint8Array): Promise<ImageData> {
  const decoder = new libheif.HeifDecoder();
  const images = decoder.decode(bytes);
  try {
    const [image] = images;
    if (!image) throw new Error("There is no picture in this HEIC file.");
    const pixels = new ImageData(image.get_width(), image.get_height());
    return await new Promise((resolve, reject) => {
      image.display(pixels, (shown) => {
        if (shown) resolve(pixels);
        else reject(new Error("This HEIC file cannot be decoded."));
      });
    });
  } finally {
    for (const image of images) image.free();
  }
}
