/** The part of libheif-js 1.23.2 that is used; it brings no types of this entry. */
declare module "libheif-js/wasm-bundle.js" {
  interface HeifImage {
    get_width: () => number;
    get_height: () => number;
    /** Fills `into.data` with RGBA; calls back with null when it cannot. */
    display: (
      into: { data: Uint8ClampedArray; width: number; height: number },
      done: (shown: { data: Uint8ClampedArray } | null) => void,
    ) => void;
    free: () => void;
  }
  interface HeifDecoder {
    decode: (bytes: Uint8Array) => HeifImage[];
    decoder: { delete: () => void };
  }
  const libheif: { ready: Promise<unknown>; HeifDecoder: new () => HeifDecoder };
  export default libheif;
}
