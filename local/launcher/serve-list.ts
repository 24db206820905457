import { Hono } from "hono";
import { html } from "hono/html";
import type { Vendor } from "~/local/vendor";
import type { Addresses } from "./addresses";
import { listenOnLoopback } from "./listen-on-loopback";
import { loopbackOnly } from "./loopback-only";

/**
 * Serves the list of a set's parts on 127.0.0.1: JSON for programs, a page for people.
 *
 * Shape: `{ name: { origin, pid, control? } }`; `control` is the handle by which tests make a vendor misbehave.
 *
 * @param port 0 for any free one
 */
export function serveList(port: number, addresses: () => Addresses): Promise<Vendor> {
  const routes = new Hono();
  routes.use(loopbackOnly);
  routes.get("/", (c) => {
    const list = withControls(addresses());
    return c.req.header("accept")?.includes("text/html") ? c.html(pageOf(list)) : c.json(list);
  });

  return listenOnLoopback(routes, port);
}

/** Every part that speaks HTTP has a handle, but the app and this list. */
function withControls(
  addresses: Addresses,
): Record<string, { origin: string; pid: number; control?: string }> {
  const entries = Object.entries(addresses).map(([name, address]) => {
    const hasControl = address.origin.startsWith("http") && name !== "app" && name !== "control";
    return [name, hasControl ? { ...address, control: `${address.origin}/__control` } : address];
  });
  return Object.fromEntries(entries) as Record<string, { origin: string; pid: number; control?: string }>; // as built above
}

function pageOf(list: ReturnType<typeof withControls>) {
  const rows = Object.entries(list).map(
    ([name, { origin, pid, control }]) =>
      html`<tr>
        <th>${name}</th>
        <td>${origin.startsWith("http") ? html`<a href="${origin}">${origin}</a>` : origin}</td>
        <td>${control ? html`<a href="${control}">/__control</a>` : ""}</td>
        <td>${pid}</td>
      </tr>`,
  );
  return html`<!doctype html>
    <html lang="en">
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width" />
      <title>Likeness: the parts of this set</title>
      <style>
        body {
          font: 15px/1.5 system-ui;
          color-scheme: light dark;
          margin: 2rem;
        }
        th,
        td {
          text-align: left;
          padding: 0.3rem 1.5rem 0.3rem 0;
        }
      </style>
      <h1>The parts of this set</h1>
      <table>
        <tr>
          <th>part</th>
          <th>address</th>
          <th>control</th>
          <th>pid</th>
        </tr>
        ${rows}
      </table>
    </html>`;
}
