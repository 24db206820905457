/** A rule that rows have to keep. Its SQL finds what breaks it: whose (`of`), and how (`problem`). */
export interface Check {
  name: string;
  sql: string;
}

/** A rule that is broken, in words. The same breach has the same words, so that each is reported once. */
export interface Breach {
  rule: string;
  problem: string;
}
