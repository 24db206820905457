import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

import { Field } from "./field";
import { Input } from "./input";
import { ToggleGroup, ToggleGroupItem } from "./toggle-group";

const attribute = (html: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(html)?.[1];
const tag = (html: string, start: string) => html.slice(html.indexOf(start)).split(">")[0] ?? "";

test("names its control, and describes it by hint and error", () => {
  const html = renderToStaticMarkup(
    <Field label="Name" hint="Only you see it." error="Give it a name.">
      <Input />
    </Field>,
  );

  const input = tag(html, "<input");
  expect(attribute(tag(html, "<label"), "for")).toBe(attribute(input, "id"));
  expect(attribute(input, "aria-invalid")).toBe("true");

  const described =
    attribute(input, "aria-describedby")
      ?.split(" ")
      .map((id) => html.split(`id="${id}"`)[1]) ?? [];
  expect(described).toHaveLength(2);
  expect(described[0]).toContain("Only you see it.");
  expect(described[1]).toContain("Give it a name.");
});

test("leaves out what there is not", () => {
  const input = tag(
    renderToStaticMarkup(
      <Field label="Name" error="">
        <Input />
      </Field>,
    ),
    "<input",
  );

  expect(attribute(input, "aria-describedby")).toBeUndefined();
  expect(attribute(input, "aria-invalid")).toBeUndefined();
});

test("names a group of controls by the label's id, since `for` cannot", () => {
  const html = renderToStaticMarkup(
    <Field label="Aspect">
      <ToggleGroup value="1:1" onValueChange={() => undefined}>
        <ToggleGroupItem value="1:1">1:1</ToggleGroupItem>
      </ToggleGroup>
    </Field>,
  );

  expect(attribute(tag(html, '<div role="radiogroup"'), "aria-labelledby")).toBe(
    attribute(tag(html, "<label"), "id"),
  );
});
