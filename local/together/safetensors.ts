import * as z from "zod";

type TensorType = "U8" | "F16" | "BF16" | "F32";

export interface Tensor {
  dtype: TensorType;
  shape: number[];
  data: Uint8Array;
}

export interface Safetensors {
  metadata: Record<string, string>;
  tensors: Map<string, Tensor>;
}

const bytesOf = { U8: 1, F16: 2, BF16: 2, F32: 4 } as const;

// The format's own cap on the header, against files made to exhaust memory.
const MAX_HEADER_BYTES = 100_000_000;

const Header = z.record(
  z.string(),
  z.union([
    z.object({
      dtype: z.enum(["U8", "F16", "BF16", "F32"]),
      shape: z.array(z.int().nonnegative()),
      data_offsets: z.tuple([z.int().nonnegative(), z.int().nonnegative()]),
    }),
    z.record(z.string(), z.string()),
  ]),
);

/**
 * Writes a file in the safetensors format (huggingface/safetensors README, read 2026-11-22): eight bytes of
 * little-endian header length, a JSON header padded with spaces to a multiple of eight, then the tensors' bytes.
 */
export function encodeSafetensors({ metadata, tensors }: Safetensors): Buffer {
  const header: z.infer<typeof Header> = { __metadata__: metadata };
  let offset = 0;
  for (const [name, { dtype, shape, data }] of tensors) {
    header[name] = { dtype, shape, data_offsets: [offset, offset + data.byteLength] };
    offset += data.byteLength;
  }
  const json = JSON.stringify(header);
  const jsonBytes = Buffer.byteLength(json);
  const headerBytes = Buffer.from(json + " ".repeat((8 - (jsonBytes % 8)) % 8));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(headerBytes.byteLength));
  return Buffer.concat([length, headerBytes, ...[...tensors.values()].map((tensor) => tensor.data)]);
}

/** Reads a safetensors file. @throws Error saying what is wrong when it is not one, or is cut off. */
export function decodeSafetensors(file: Buffer): Safetensors {
  if (file.byteLength < 8) throw new Error("the file is too short for a header");
  const headerBytes = file.readBigUInt64LE();
  if (headerBytes > BigInt(Math.min(MAX_HEADER_BYTES, file.byteLength - 8)))
    throw new Error("the header is cut off");
  const start = 8 + Number(headerBytes);

  const header = Header.parse(JSON.parse(file.toString("utf8", 8, start)));
  const result: Safetensors = { metadata: {}, tensors: new Map() };
  for (const [name, entry] of Object.entries(header)) {
    if (!isTensor(entry)) {
      if (name === "__metadata__") result.metadata = entry;
      continue;
    }
    const { dtype, shape } = entry;
    const [from, to] = entry.data_offsets;
    const bytes = shape.reduce((product, size) => product * size, bytesOf[dtype]);
    if (to - from !== bytes || start + to > file.byteLength) throw new Error(`tensor ${name} is cut off`);
    result.tensors.set(name, { dtype, shape, data: file.subarray(start + from, start + to) });
  }
  return result;
}

type Entry = z.infer<typeof Header>[string];

function isTensor(entry: Entry): entry is Extract<Entry, { dtype: TensorType }> {
  return Array.isArray(entry["shape"]);
}
