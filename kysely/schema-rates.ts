import type { Generated } from "kysely";

/** How often something was done lately, by one user or from one address. Changed by `take_use` alone; a day old at most. */
export interface RateUseTable {
  /** SHA-256 of what and by whom, hex. */
  key: string;
  /** Oldest first, those inside the window when it was touched. */
  uses: Generated<Date[]>;
  touchedAt: Generated<Date>;
}
