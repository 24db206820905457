import { Hono } from "hono";

import { notFound } from "../errors";
import type { Instance } from "../instance";
import { readImage } from "../profile-images";

/** Profile pictures: uploaded ones, and a letter on a disc for everyone else. */
export function pictureRoutes(instance: Instance): Hono {
  const routes = new Hono();
  routes
    .get("/avatar.svg", (c) => {
      const letter = /^[\p{L}\p{N}]$/u.exec(c.req.query("c") ?? "")?.[0] ?? "?";
      return c.body(avatarSvg(letter), 200, {
        "content-type": "image/svg+xml",
        "cache-control": "public, max-age=86400",
      });
    })
    .get("/images/:name", async (c) => {
      const image = await readImage(instance, c.req.param("name"));
      if (!image) throw notFound("Image");
      return c.body(image.bytes, 200, {
        "content-type": image.type,
        "cache-control": "public, max-age=31536000, immutable",
      });
    });
  return routes;
}

function avatarSvg(letter: string): string {
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">',
    '<rect width="40" height="40" fill="#3f3f46"/>',
    '<text x="20" y="27" font-size="20" text-anchor="middle" fill="#fff" font-family="sans-serif">',
    letter,
    "</text></svg>",
  ].join("");
}
