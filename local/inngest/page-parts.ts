import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";

export type Html = HtmlEscapedString | Promise<HtmlEscapedString>;

const STYLE = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .35rem .75rem .35rem 0; border-bottom: 1px solid color-mix(in srgb, currentColor 15%, transparent); }
small, time { opacity: .7; font-weight: normal; }
section { border-left: 3px solid color-mix(in srgb, currentColor 20%, transparent); padding-left: 1rem; margin: 1rem 0; }
h3, section p { margin: .25rem 0; }
pre { overflow: auto; max-height: 24rem; padding: .75rem; border-radius: .4rem; background: color-mix(in srgb, currentColor 8%, transparent); }
.status { font-size: .8rem; font-weight: 600; padding: .1rem .5rem; border-radius: 1rem; border: 1px solid; }
.completed { color: light-dark(#15722f, #6fdc8c); } .failed, .failure { color: light-dark(#b3261e, #ff8a80); }
.running { color: light-dark(#0b57d0, #8ab4ff); } .cancelled, .queued, .waiting { color: light-dark(#6b5d00, #e3c76a); }
`;

/** A whole page; with `refreshSeconds` the browser loads it again by itself. */
export function layOut(title: string, page: { body: Html; refreshSeconds?: number | undefined }): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        ${
          page.refreshSeconds === undefined
            ? ""
            : html`<meta http-equiv="refresh" content="${page.refreshSeconds}" />`
        }
        <title>${title} · Local Inngest</title>
        <style>
          ${raw(STYLE)}
        </style>
      </head>
      <body>
        ${page.body}
      </body>
    </html>`;
}

/** A coloured word for where a run or step stands. */
export function showStatus(status: string): Html {
  return html`<span class="status ${status.toLowerCase()}">${status}</span>`;
}

/** A moment, in UTC to the second. */
export function showTime(at: number): Html {
  const iso = new Date(at).toISOString();
  return html`<time datetime="${iso}">${iso.slice(0, 19).replace("T", " ")}</time>`;
}

/** Any JSON under a heading that opens it. */
export function showValue(heading: string, value: unknown): Html {
  return showText(heading, JSON.stringify(value ?? null, null, 2));
}

/** Lines of text, as they are, under a heading that opens them. */
export function showText(heading: string, text: string): Html {
  return html`<details open>
    <summary>${heading}</summary>
    <pre>${text}</pre>
  </details>`;
}
