import type { Control } from "../control";
import type { Records } from "./open-records";
import type { Webhooks } from "./send-webhooks";

/** What every part of the vendor is given. */
export interface Context {
  apiKey: string;
  /** Signs webhooks. */
  webhookSecret: string;
  /** Signs our own addresses; random for each folder. */
  urlSecret: string;
  origin: () => string;
  records: Records;
  webhooks: Webhooks;
  control: Control;
  log: (line: string) => void;
}
