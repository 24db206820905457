import type { Garment } from "./pose";

/** What makes one garment differ from another. */
export interface Cut {
  /** Half width and depth of the neck's opening, in head units. */
  neckWidth: number;
  neckDepth: number;
  collar: "none" | "rib" | "roll" | "hood" | "lapel" | "points";
  pattern: "none" | "knit" | "denim";
}

/** Every garment's cut. */
export const cuts: Record<Garment, Cut> = {
  tee: { neckWidth: 0.62, neckDepth: 0.34, collar: "rib", pattern: "none" },
  knit: { neckWidth: 0.6, neckDepth: 0.24, collar: "rib", pattern: "knit" },
  turtleneck: { neckWidth: 0.5, neckDepth: -0.28, collar: "roll", pattern: "knit" },
  hoodie: { neckWidth: 0.6, neckDepth: 0.3, collar: "hood", pattern: "none" },
  blazer: { neckWidth: 0.52, neckDepth: 0.22, collar: "lapel", pattern: "none" },
  shirt: { neckWidth: 0.5, neckDepth: 0.5, collar: "points", pattern: "none" },
  denim: { neckWidth: 0.56, neckDepth: 0.3, collar: "points", pattern: "denim" },
  vneck: { neckWidth: 0.56, neckDepth: 0.82, collar: "rib", pattern: "none" },
};
