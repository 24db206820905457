/** A local vendor that is up. */
export interface Vendor {
  /** Where it listens, without a trailing slash: `http://localhost:3005`. */
  origin: string;
  /** Stops it and frees its port; what it keeps in files stays. */
  close: () => Promise<void>;
}
