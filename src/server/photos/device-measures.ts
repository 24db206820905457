import * as z from "zod";

import type { DeviceMeasures } from "~/catalog/photo-measures";

const share = z.number().min(0).max(1);
const level = z.number().min(0).max(255);
const side = z.int().min(1).max(100_000);

/** What a browser may say it measured. Anybody can send anything: it is bounded here, and never decides what is usable. */
export const DeviceMeasuresInput = z.object({
  widthPx: side,
  heightPx: side,
  sharpness: z.number().min(0).max(100_000),
  brightness: level,
  highlights: level,
  shadows: level,
  burntShare: share,
  flatShare: share,
  hardEdges: z.number().min(0).max(1000),
  seam: share,
  hashes: z.array(z.string().regex(/^[0-9a-f]{16}$/)).max(16),
  faces: z
    .array(z.object({ left: share, top: share, width: share, height: share }))
    .max(10)
    .nullable(),
}) satisfies z.ZodType<DeviceMeasures>;
