import { darken, lighten, mix } from "../colour";
import { createRandom } from "../random";
import { blob, mirrored, n, points, stroke } from "../svg-path";
import type { Point } from "../svg-path";
import type { HeadFrame } from "./head-frame";
import type { Pose } from "./pose";
import type { Traits } from "./traits";

/** The outline of the face from crown to chin, in head units. */
export function faceOutline({ jaw }: Traits, frame: HeadFrame): Point[] {
  const half: Point[] = [
    [0, -1.16],
    [0.56, -1.02],
    [0.87, -0.55],
    [0.93, -0.05],
    [0.88 + jaw * 0.02, 0.4],
    [0.7 + jaw * 0.1, 0.83],
    [0.36 + jaw * 0.1, 1.15],
    [0, 1.25 + jaw * 0.03],
  ];
  return mirrored(half).map(([x, y]) => frame.edge(x, y));
}

/** Face and ears as flat colour, for the shading to round. */
export function drawHead(traits: Traits, frame: HeadFrame): string {
  const { skin } = traits;
  const ear = (side: 1 | -1): string => {
    const [x, y] = frame.at(side * 0.95, 0.12, -0.08);
    const turned = 1 - side * frame.yaw * 0.9;
    const inner = mix(skin, "#a8503c", 0.35);
    return `<g transform="translate(${n(x)} ${n(y)}) rotate(${n(side * 8)}) scale(${n(side * Math.max(0.35, turned))} 1)">
      <path d="${blob(points("-.1 -.24, .1 -.3, .2 -.14, .14 .1, .04 .3, -.08 .26"))}" fill="${mix(skin, "#c8674e", 0.12)}"/>
      <path d="${stroke(
        points("0 -.18, .11 -.17, .1 0, .02 .12"),
        0.05,
      )}" fill="${inner}" opacity=".5"/></g>`;
  };
  return `${ear(-1)}${ear(1)}<path d="${blob(faceOutline(traits, frame))}" fill="${skin}"/>`;
}

/** What lies on the skin without relief of its own: blush, the planes of nose and eye sockets, freckles, beard shadow. */
export function drawSkinTones(traits: Traits, pose: Pose, frame: HeadFrame): string {
  const { skin } = traits;
  const shade = mix(darken(skin, 0.42), "#8a3b2c", 0.35);
  const light = lighten(skin, 0.45);
  const blush = mix(skin, "#d2352a", 0.6);
  const away = pose.lightSide > 0 ? -1 : 1;
  const soft = (at: Point, [rx, ry]: Point, [fill, opacity]: readonly [string, number]): string =>
    `<ellipse cx="${n(at[0])}" cy="${n(at[1])}" rx="${n(rx)}" ry="${n(ry)}" fill="${fill}" opacity="${n(opacity)}"/>`;
  const both = (x: number, draw: (x: number) => string): string => draw(-x) + draw(x);
  const bridge = [
    frame.onFace(away * 0.13, -0.28),
    frame.onFace(away * 0.12, 0.05),
    frame.onFace(away * 0.24 * traits.noseWidth, 0.4),
    frame.onFace(away * 0.08, 0.38),
    frame.onFace(away * 0.05, 0),
  ];

  return `<g filter="url(#soft2)">
    ${both(0.52, (x) => soft(frame.onFace(x, 0.42), [0.27, 0.2], [blush, 0.24]))}
    ${both(0.38, (x) => soft(frame.onFace(x, -0.1), [0.25, 0.13], [shade, 0.26]))}
    ${soft(frame.onFace(0, 1.02), [0.24, 0.07], [shade, 0.16])}
    ${soft(frame.onFace(0, -0.62), [0.42, 0.2], [light, 0.22])}
    ${both(0.56, (x) => soft(frame.onFace(x, 0.26), [0.17, 0.08], [light, x * away < 0 ? 0.34 : 0.12]))}
  </g>
  <g filter="url(#soft1)">
    <path d="${blob(bridge)}" fill="${shade}" opacity=".34"/>
    ${soft(frame.onFace(0, 0.55), [0.16 * traits.noseWidth, 0.04], [shade, 0.5])}
    ${soft(frame.onFace(-away * 0.03, 0.34), [0.055, 0.09], [light, 0.5])}
    ${soft(frame.onFace(-away * 0.02, 0.02), [0.035, 0.22], [light, 0.3])}
    ${soft(frame.onFace(0, 0.97), [0.15, 0.035], [shade, 0.24])}
  </g>
  ${drawNose(traits, frame, shade)}${traits.hasFreckles ? drawFreckles(traits, frame) : ""}`;
}

function drawNose({ noseWidth }: Traits, frame: HeadFrame, shade: string): string {
  const nostril = (side: 1 | -1): string => {
    const [x, y] = frame.onFace(side * 0.085 * noseWidth, 0.475);
    return `<ellipse cx="${n(x)}" cy="${n(y)}" rx=".042" ry=".02" fill="${darken(shade, 0.35)}" opacity=".62" transform="rotate(${n(side * -14)} ${n(x)} ${n(y)})"/>`;
  };
  const wing = (side: 1 | -1): string =>
    `<path d="${stroke([frame.onFace(side * 0.17 * noseWidth, 0.34), frame.onFace(side * 0.205 * noseWidth, 0.42), frame.onFace(side * 0.16 * noseWidth, 0.485)], 0.03)}" fill="${shade}" opacity=".5"/>`;
  return nostril(-1) + nostril(1) + wing(-1) + wing(1);
}

function drawFreckles({ skin }: Traits, frame: HeadFrame): string {
  const random = createRandom(`freckles ${skin}`);
  const spots = Array.from({ length: 46 }, () => {
    const x = random.between(-0.62, 0.62);
    const [cx, cy] = frame.onFace(x, 0.24 + random.between(-0.14, 0.16) + Math.abs(x) * 0.06);
    return `<circle cx="${n(cx)}" cy="${n(cy)}" r="${n(random.between(0.007, 0.015))}" opacity="${n(random.between(0.2, 0.5))}"/>`;
  });
  return `<g fill="#a5603c">${spots.join("")}</g>`;
}
