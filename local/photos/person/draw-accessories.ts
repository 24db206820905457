import { n, curve } from "../svg-path";
import type { HeadFrame } from "./head-frame";
import type { Traits } from "./traits";

/** Glasses, over the face and under the hair. */
export function drawGlasses({ glasses, hair }: Traits, frame: HeadFrame): string {
  if (glasses === "none") return "";
  const colour = glasses === "round" ? "#b08a4e" : hair === "#17110f" ? "#5a3a28" : "#1d1a1c";
  const width = glasses === "round" ? 0.03 : 0.05;
  const lens = (side: 1 | -1): string => {
    const [x, y] = frame.at(side * 0.41, 0.03, 0.98);
    const [inner] = frame.at(side * 0.12, 0.03, 1.02);
    const [outer] = frame.at(side * 0.7, 0.03, 0.75);
    const rx = Math.abs(outer - inner) / 2;
    const shape = `x="${n(x - rx)}" y="${n(y - 0.26)}" width="${n(rx * 2)}" height=".54" rx="${n(glasses === "round" ? rx : 0.14)}"`;
    const [hingeX, hingeY] = [x + side * rx, y - 0.06];
    const arm = frame.at(side * 0.97, -0.02, 0);
    return `<rect ${shape} fill="#dfeaf2" opacity=".1"/><rect ${shape} fill="none" stroke="${colour}" stroke-width="${n(width)}"/>
    <path d="M${n(x - rx * 0.5)} ${n(y + 0.14)}L${n(x + rx * 0.1)} ${n(y - 0.2)}" stroke="#fff" stroke-width=".05" opacity=".22" stroke-linecap="round"/>
    <path d="${curve([[hingeX, hingeY], [(hingeX + arm[0]) / 2, hingeY - 0.02], arm])}" stroke="${colour}" stroke-width="${n(width)}" fill="none"/>`;
  };
  const bridge = curve([frame.at(-0.12, 0.0, 1.0), frame.at(0, -0.06, 1.08), frame.at(0.12, 0.0, 1.0)]);
  return `${lens(-1)}${lens(1)}<path d="${bridge}" fill="none" stroke="${colour}" stroke-width="${n(width)}"/>`;
}

/** Small earrings below the ears. */
export function drawEarrings({ earring }: Traits, frame: HeadFrame): string {
  if (earring === undefined) return "";
  const drop = (side: 1 | -1): string => {
    const [x, y] = frame.at(side * 0.97, 0.48, -0.05);
    return `<circle cx="${n(x)}" cy="${n(y + 0.08)}" r=".085" fill="none" stroke="${earring}" stroke-width=".03"/><circle cx="${n(x - 0.02)}" cy="${n(y)}" r=".022" fill="#fff6dc"/>`;
  };
  return drop(-1) + drop(1);
}
