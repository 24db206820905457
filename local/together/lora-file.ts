import { createHash } from "node:crypto";

import { decodeSafetensors, encodeSafetensors } from "./safetensors";
import type { Tensor } from "./safetensors";

const PREVIEW = "likeness.preview.";

export interface LoraFile {
  /** What the file says of its own making: trigger word, base, steps, rank. */
  metadata: Record<string, string>;
  /** JPEG bytes of a few training photos, from which the local image endpoint draws. */
  previews: Buffer[];
}

/**
 * Writes a LoRA as a real safetensors file: low-rank pairs (small, and drawn from the trigger word rather than
 * learned), and beside them some of the training photos, which a real trainer would not keep.
 */
export function encodeLora({ metadata, previews }: LoraFile): Buffer {
  const rank = Number(metadata["rank"] ?? 16);
  const tensors = new Map<string, Tensor>();
  for (const block of [0, 1]) {
    const name = `transformer.single_transformer_blocks.${String(block)}.attn.to_q`;
    tensors.set(`${name}.lora_A.weight`, noise(`${metadata["trigger_word"] ?? ""}.${name}.A`, [rank, 32]));
    tensors.set(`${name}.lora_B.weight`, noise(`${metadata["trigger_word"] ?? ""}.${name}.B`, [32, rank]));
  }
  previews.forEach((data, index) => {
    tensors.set(`${PREVIEW}${String(index)}`, { dtype: "U8", shape: [data.byteLength], data });
  });
  return encodeSafetensors({ metadata: { format: "pt", ...metadata }, tensors });
}

/** Reads back what `encodeLora` wrote. @throws Error when it is no safetensors file, or holds no low-rank pair. */
export function decodeLora(file: Buffer): LoraFile {
  const { metadata, tensors } = decodeSafetensors(file);
  if (![...tensors.keys()].some((name) => name.includes("lora_")))
    throw new Error("it holds no LoRA tensors");
  const previews = [...tensors]
    .filter(([name]) => name.startsWith(PREVIEW))
    .map(([, tensor]) => Buffer.from(tensor.data));
  return { metadata, previews };
}

function noise(name: string, shape: [number, number]): Tensor {
  const count = shape[0] * shape[1];
  const values = new Float32Array(count);
  let digest = createHash("sha256").update(name).digest();
  for (let index = 0; index < count; index++) {
    if (index % 8 === 0) digest = createHash("sha256").update(digest).digest();
    values[index] = (digest.readInt32LE((index % 8) * 4) / 2 ** 31) * 0.02;
  }
  return { dtype: "F32", shape, data: new Uint8Array(values.buffer) };
}
