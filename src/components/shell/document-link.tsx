import type { ComponentProps } from "react";

/**
 * A link that loads a new document. Between the pages for visitors and the product it has to be one: Clerk renews a
 * session at the door to a document and nowhere else, and the pages for visitors need no router in the browser.
 */
export function DocumentLink(props: ComponentProps<"a"> & { href: string }) {
  return <a {...props} />;
}
