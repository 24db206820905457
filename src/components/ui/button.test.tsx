import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

import { Button } from "./button";

test("does not submit a form unless told to", () => {
  expect(renderToStaticMarkup(<Button>Save</Button>)).toContain('type="button"');
  expect(renderToStaticMarkup(<Button type="submit">Save</Button>)).toContain('type="submit"');
});

test("keeps its name and cannot be pressed while pending", () => {
  const html = renderToStaticMarkup(<Button pending>Save</Button>);

  expect(html).toContain("disabled");
  expect(html).toContain('aria-busy="true"');
  expect(html.replaceAll(/<[^>]*>/g, "")).toBe("Save");
});

test("lends its look to a link", () => {
  const html = renderToStaticMarkup(
    <Button asChild>
      <a href="#studio">Studio</a>
    </Button>,
  );

  expect(html).toMatch(/^<a [^>]*data-slot="button"[^>]*>Studio<\/a>$/);
});
