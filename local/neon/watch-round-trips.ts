const LENGTH_BYTES = 4;
const QUERY = "Q".charCodeAt(0);
const SYNC = "S".charCodeAt(0);

/**
 * Watches what a client sends to Postgres and calls `onRoundTrip` for each message that the client then waits on: a
 * simple query, or the sync that ends a prepared one. Signing in is not counted.
 *
 * @returns a function to be handed each piece in order; pieces may be cut anywhere.
 */
export function watchRoundTrips(onRoundTrip: () => void): (piece: Buffer) => void {
  let header = Buffer.alloc(0);
  let bodyLeft = 0;
  // The first message alone has no byte that names its type (Postgres docs, "Message Formats": StartupMessage).
  let typeBytes = 0;

  return (piece) => {
    let at = 0;
    while (at < piece.length) {
      if (bodyLeft > 0) {
        const step = Math.min(bodyLeft, piece.length - at);
        bodyLeft -= step;
        at += step;
        continue;
      }
      const missing = typeBytes + LENGTH_BYTES - header.length;
      header = Buffer.concat([header, piece.subarray(at, at + missing)]);
      at += missing;
      if (header.length < typeBytes + LENGTH_BYTES) return;

      // The length counts itself.
      bodyLeft = header.readInt32BE(typeBytes) - LENGTH_BYTES;
      if (typeBytes === 1 && (header[0] === QUERY || header[0] === SYNC)) onRoundTrip();
      typeBytes = 1;
      header = Buffer.alloc(0);
    }
  };
}
