import type { Control } from "../control";
import type { Keys } from "./keys";
import type { Settings } from "./settings";
import type { Store } from "./store";
import type { Webhooks } from "./webhooks";

/** One Clerk instance: what every route is given. */
export interface Instance {
  settings: Settings;
  /** Holds profile pictures. */
  imagesDir: string;
  keys: Keys;
  store: Store;
  control: Control;
  webhooks: Webhooks;
  /** Cookies to set, by the nonce a handshake left in the browser. Short-lived, so kept in memory. */
  handshakes: Map<string, readonly string[]>;
}
