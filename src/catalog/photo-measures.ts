/** What is measured of a photo, by the same code on the device and on the server. Lengths are in pixels, shares 0..1. */
export interface PhotoMeasures {
  /** Upright, of the file as it was chosen. */
  widthPx: number;
  heightPx: number;
  /** Variance of the Laplacian of the sharpest parts, held against the variance of their light; blurred is about 0.03. */
  sharpness: number;
  /** Mean luminance, 0..255. */
  brightness: number;
  /** The luminance that 90 and 10 percent of the photo lie below, 0..255. */
  highlights: number;
  shadows: number;
  /** Of pixels at the very top of the scale. */
  burntShare: number;
  /** Of surfaces of one exact tone: screens are full of them. */
  flatShare: number;
  /** Edges that rise out of such a surface within two pixels, per thousand pixels: letters and icons do. */
  hardEdges: number;
  /** Of the clearest straight line from edge to edge inside the photo: 1 is unbroken. */
  seam: number;
  /** 64 bits each, hex: of the photo, then turned, mirrored and cropped. Near photos differ in few bits. */
  hashes: string[];
}

/** Where a face lies, in shares of the photo's width and height. */
export interface FaceBox {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** What a browser measures and sends along. */
export interface DeviceMeasures extends PhotoMeasures {
  /** Null where the browser cannot look for faces. */
  faces: FaceBox[] | null;
}
