/** Where each part listens, as an offset from the set's first port. One place, so that `--port N` moves everything. */
const offsets = {
  app: 0,
  control: 1,
  neon: 2,
  postgres: 3,
  clerk: 4,
  uploadthing: 5,
  together: 6,
  inngest: 7,
  studio: 8,
  lemonsqueezy: 9,
  /** The Node build, when the edge has the app's port. */
  node: 10,
} as const;

export type PartName = keyof typeof offsets;
export type Ports = Record<PartName, number>;

export const DEFAULT_PORT = 3000;

/** The ports of a set whose app listens on `first`. */
export function portsFrom(first: number): Ports {
  if (!Number.isInteger(first) || first < 1024 || first > 65_000) {
    throw new Error(`--port wants a whole number from 1024 to 65000, not ${first}.`);
  }
  const entries = Object.entries(offsets).map(([name, offset]) => [name, first + offset]);
  return Object.fromEntries(entries) as Ports; // the keys are exactly those of `offsets`
}
