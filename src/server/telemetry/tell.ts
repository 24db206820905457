/** Something that nobody expected, without its words: those may quote what somebody wrote. */
export interface Surprise {
  error: unknown;
  /** A procedure, a function or a route. */
  where: string;
  /** What the user was shown and the log has. */
  requestId?: string | undefined;
}

/** Something that tells how the product does. */
export interface ProductEvent {
  event: "picture made" | "model trained";
  userId: string;
  facts: Record<string, string | number | boolean>;
}

interface Listeners {
  surprise?: (surprise: Surprise) => void;
  product?: (event: ProductEvent) => void;
}

/** Who wants to know: `src/instrumentation.ts` puts them here, on Node, where a key is set. */
const held = globalThis as { likenessListeners?: Listeners };

/** Sets who is told. */
export function listen(listeners: Listeners): void {
  held.likenessListeners = { ...held.likenessListeners, ...listeners };
}

/** Tells of a surprise, where there is somebody to tell. Never throws. */
export function tellSurprise(surprise: Surprise): void {
  held.likenessListeners?.surprise?.(surprise);
}

/** Tells of what somebody did, where there is somebody to tell. Never throws. */
export function tellProduct(event: ProductEvent): void {
  held.likenessListeners?.product?.(event);
}
