import { readdirSync, statSync } from "node:fs";

import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

import { ClosingCall } from "./closing-call";
import { Hero } from "./hero";
import { HowItWorks } from "./how-it-works";
import { StyleGallery } from "./style-gallery";

const folder = "public/landing";

test("every picture on the landing page is there, none is left over, and together they stay light", () => {
  const html = renderToStaticMarkup(
    <>
      <Hero />
      <HowItWorks />
      <StyleGallery />
      <ClosingCall />
    </>,
  );
  const shown = new Set([...html.matchAll(/src="\/landing\/([^"]+)"/g)].map((match) => match[1]));
  const files = readdirSync(folder);

  expect(files.toSorted()).toEqual([...shown].toSorted());
  expect(files.reduce((bytes, file) => bytes + statSync(`${folder}/${file}`).size, 0)).toBeLessThan(600_000);
});
