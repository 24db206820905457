import { expect, test } from "vitest";

import { SellerUrl } from "./lemonsqueezy-objects";

test.each([
  ["https://likeness.lemonsqueezy.com/checkout/custom/1", true],
  ["https://pay.likeness.example/billing", true],
  ["http://localhost:4109/checkout/custom/1", true],
  ["javascript:alert(document.cookie)", false],
  ["data:text/html,<script>alert(1)</script>", false],
  ["http://likeness.lemonsqueezy.com/checkout/custom/1", false],
  ["http://localhost.evil.example/", false],
  ["//evil.example", false],
])("the seller's page %s is opened: %s", (address, isOpened) => {
  expect(SellerUrl.safeParse(address).success).toBe(isOpened);
});
