const SEGMENT_MAX = 0xffff - 2;
const XMP_NAME = Buffer.from("http://ns.adobe.com/xap/1.0/\0", "latin1");

/**
 * Writes an XMP packet into a JPEG without touching its pixels, in the place of any it had. A C2PA manifest that came with
 * it is left out: it vouches for every byte, and would call the picture tampered with.
 *
 * @throws Error when the bytes are not a JPEG.
 */
export function markJpeg(jpeg: Buffer, xmp: string): Buffer {
  const packet = Buffer.concat([XMP_NAME, Buffer.from(xmp)]);
  if (packet.length > SEGMENT_MAX) throw new Error("An XMP packet of a JPEG has at most 65,533 bytes.");
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xffe1, 0);
  head.writeUInt16BE(packet.length + 2, 2);

  const { segments, rest } = readSegments(jpeg);
  const kept = segments.filter((segment) => !isXmp(segment) && segment[1] !== 0xeb);
  // JFIF's own segment has to stay the first.
  const first = kept[0]?.[1] === 0xe0 ? kept.slice(0, 1) : [];
  return Buffer.concat([jpeg.subarray(0, 2), ...first, head, packet, ...kept.slice(first.length), rest]);
}

/** The segments of applications and comments before the picture itself, and all from there on. */
function readSegments(jpeg: Buffer): { segments: Buffer[]; rest: Buffer } {
  if (jpeg.length < 4 || jpeg.readUInt16BE(0) !== 0xffd8) throw new Error("This is not a JPEG.");
  const segments: Buffer[] = [];
  let at = 2;
  while (at + 4 <= jpeg.length && isOptional(jpeg.readUInt16BE(at))) {
    const end = at + 2 + jpeg.readUInt16BE(at + 2);
    segments.push(jpeg.subarray(at, end));
    at = end;
  }
  return { segments, rest: jpeg.subarray(at) };
}

function isOptional(marker: number): boolean {
  return (marker >= 0xffe0 && marker <= 0xffef) || marker === 0xfffe;
}

function isXmp(segment: Buffer): boolean {
  return segment[1] === 0xe1 && segment.subarray(4, 4 + XMP_NAME.length).equals(XMP_NAME);
}
