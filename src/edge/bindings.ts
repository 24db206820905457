/** What the worker is given beside the product's own variables, which it finds in `process.env`. */
export interface Bindings {
  /** The one origin visitors use, `https://likeness.example`: requests for any other host are refused. */
  PUBLIC_ORIGIN: string;
  /** Where the Node build of the same commit listens, `https://node.likeness.example`. */
  NODE_ORIGIN: string;
  /** One of the product's own, which the Node host has too: it proves what one tells the other. */
  CLERK_SECRET_KEY: string;
}
