import { drawCurls } from "./draw-curls";
import { drawHeadscarf } from "./draw-headscarf";
import type { Hair } from "./hair";
import { drawFringe, drawLongHair } from "./hair-long";
import { drawQuiff, drawStubble, drawSweep, drawSweptBack } from "./hair-short";
import { drawBun, drawPonytail, drawPulledBack } from "./hair-tied";
import type { HeadFrame } from "./head-frame";
import type { HairStyle, Traits } from "./traits";

type Draw = (traits: Traits, frame: HeadFrame) => Hair;

const styles: Record<HairStyle, Draw> = {
  "long-straight": (traits, frame) =>
    drawLongHair(traits, frame, { length: 2.5, wave: 0.012, part: 0.06, width: 1 }),
  "long-wavy": (traits, frame) =>
    drawLongHair(traits, frame, { length: 2.25, wave: 0.085, part: -0.3, width: 1.12 }),
  bob: (traits, frame) => drawLongHair(traits, frame, { length: 1.06, wave: 0.01, part: 0.32, width: 1.1 }),
  "fringe-bob": (traits, frame) => {
    const base = drawLongHair(traits, frame, { length: 1.0, wave: 0.008, part: 0, width: 1.1 });
    return { back: base.back, front: base.front + drawFringe(traits, frame) };
  },
  bun: (traits, frame) => ({ back: drawBun(traits, frame), front: drawPulledBack(traits, frame) }),
  ponytail: (traits, frame) => ({ back: drawPonytail(traits, frame), front: drawPulledBack(traits, frame) }),
  afro: (traits, frame) => drawCurls(traits, frame, "afro"),
  curly: (traits, frame) => drawCurls(traits, frame, "long"),
  "short-curls": (traits, frame) => withSides(traits, frame, drawCurls(traits, frame, "top").front),
  pixie: (traits, frame) =>
    withSides(traits, frame, drawSweep(traits, frame, { from: -0.42, lift: 0.06, reach: -0.3 })),
  "side-part": (traits, frame) =>
    withSides(traits, frame, drawSweep(traits, frame, { from: -0.52, lift: 0.08, reach: -0.62 })),
  quiff: (traits, frame) => withSides(traits, frame, drawQuiff(traits, frame)),
  swept: (traits, frame) => drawSweptBack(traits, frame),
  buzz: (traits, frame) => ({ back: "", front: drawStubble(traits, frame, 0.82) }),
  bald: () => ({ back: "", front: "" }),
  headscarf: (traits, frame) => drawHeadscarf(traits, frame),
};

/** Draws a person's hair for one pose. */
export function drawHair(traits: Traits, frame: HeadFrame): Hair {
  return styles[traits.hairStyle](traits, frame);
}

/** Short hair at the sides of the head, thinning into the skin, below `top`. */
function withSides(traits: Traits, frame: HeadFrame, top: string): Hair {
  return { back: "", front: drawStubble(traits, frame, 0.72) + top };
}
