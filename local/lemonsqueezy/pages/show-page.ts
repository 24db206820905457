import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { store } from "../catalog";

export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

const css = `
:root { color-scheme: light dark; --ink: #17161c; --soft: #6b6878; --line: #e4e2ea; --page: #f6f5f9; --card: #fff; --brand: #5423e7; --bad: #b3261e; }
@media (prefers-color-scheme: dark) { :root { --ink: #f2f0f7; --soft: #a5a1b3; --line: #35323f; --page: #131217; --card: #1c1a22; --brand: #8f6bff; --bad: #ff8a80; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 30rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
header { display: flex; gap: 1rem; justify-content: space-between; align-items: center; padding-bottom: 1rem; color: var(--soft); font-size: .875rem; }
.mode { white-space: nowrap; background: #ffc233; color: #17161c; border-radius: 99px; padding: .1rem .6rem; font-weight: 600; font-size: .75rem; }
section { background: var(--card); border: 1px solid var(--line); border-radius: 14px; padding: 1.25rem; margin-bottom: 1rem; }
h1 { font-size: 1.375rem; line-height: 1.25; margin: 0 0 .25rem; } h2 { font-size: 1rem; margin: 0 0 .75rem; }
p { margin: 0 0 .75rem; } .soft { color: var(--soft); } .price { font-size: 1.75rem; font-weight: 700; margin: .25rem 0 0; }
label { display: block; font-size: .875rem; font-weight: 500; margin-bottom: .75rem; }
input { display: block; width: 100%; margin-top: .25rem; padding: .6rem .75rem; font: inherit; color: inherit; background: var(--page); border: 1px solid var(--line); border-radius: 9px; }
.pair { display: grid; grid-template-columns: 1fr 1fr; gap: .75rem; }
button, .button { display: block; width: 100%; padding: .7rem 1rem; font: inherit; font-weight: 600; text-align: center; text-decoration: none; color: #fff; background: var(--brand); border: 0; border-radius: 9px; cursor: pointer; }
@media (prefers-color-scheme: dark) { button, .button { color: #131217; } }
button.plain, .button.plain { color: var(--ink); background: none; border: 1px solid var(--line); }
:focus-visible { outline: 2px solid var(--brand); outline-offset: 2px; }
.row { display: flex; justify-content: space-between; gap: 1rem; padding: .5rem 0; border-top: 1px solid var(--line); } .row:first-of-type { border: 0; }
.actions { display: grid; gap: .5rem; margin-top: 1rem; }
[role=alert] { color: var(--bad); border: 1px solid; border-radius: 9px; padding: .6rem .75rem; font-weight: 500; }
[role=status] { border: 1px solid var(--line); border-radius: 9px; padding: .6rem .75rem; }
ul { margin: .25rem 0 0; padding-left: 1.25rem; } details { margin-top: 1rem; font-size: .875rem; color: var(--soft); } a { color: var(--brand); }
`;

/** A page of the store for its customers: light or dark as their system is, no scripts. */
export function showPage(title: string, body: Markup): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} · ${store.name}</title>
        <style>
          ${raw(css)}
        </style>
      </head>
      <body>
        <main>
          <header>
            <span>${store.name} · Lemon Squeezy, played on this machine</span>
            <span class="mode">Test mode</span>
          </header>
          ${body}
        </main>
      </body>
    </html>`;
}

/** A page that says only why there is nothing to see. */
export function showRefusal(title: string, sentence: string): Markup {
  return showPage(
    title,
    html`<section>
      <h1>${title}</h1>
      <p>${sentence}</p>
    </section>`,
  );
}

/** The fields of a card, empty: the numbers to try are below them. */
export function cardFields(): Markup {
  return html`<label
      >Card number
      <input
        name="card"
        inputmode="numeric"
        autocomplete="cc-number"
        placeholder="4242 4242 4242 4242"
        required
    /></label>
    <div class="pair">
      <label
        >Expires <input name="expires" autocomplete="cc-exp" placeholder="12 / 30" value="12 / 30" required
      /></label>
      <label>Security code <input name="code" autocomplete="cc-csc" value="123" required /></label>
    </div>`;
}

/** Which card does what. */
export function cardHelp(): Markup {
  return html`<details open>
    <summary>Test cards</summary>
    <ul>
      <li>4242 4242 4242 4242 pays</li>
      <li>4000 0000 0000 0002 is declined</li>
      <li>4000 0000 0000 9995 has no funds</li>
      <li>4000 0000 0000 0341 goes on file and is declined later</li>
    </ul>
  </details>`;
}
