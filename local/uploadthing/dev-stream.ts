/** The open answer of a development server's `/route-metadata`, down which its callbacks come. */
export interface DevStream {
  body: ReadableStream<Uint8Array>;
  /** Writes one JSON line; false when the stream is closed. */
  send: (message: object) => boolean;
  /** Strikes a key off; the stream ends with its last one. */
  finish: (key: string) => void;
  /** Resolves once either side has closed it. */
  closed: Promise<void>;
}

/** Opens a stream for these keys. It ends when all are finished, when the reader goes, or when `signal` aborts. */
export function openDevStream(keys: string[], signal: AbortSignal): DevStream {
  const open = new Set(keys);
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let markClosed: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => {
    markClosed = resolve;
  });

  const forget = () => {
    controller = undefined;
    signal.removeEventListener("abort", end);
    markClosed();
  };
  const end = () => {
    controller?.close();
    forget();
  };

  const body = new ReadableStream<Uint8Array>({
    start: (started) => {
      controller = started;
    },
    cancel: forget,
  });
  signal.addEventListener("abort", end);

  return {
    body,
    send: (message) => {
      controller?.enqueue(encoder.encode(`${JSON.stringify(message)}\n`));
      return controller !== undefined;
    },
    finish: (key) => {
      open.delete(key);
      if (open.size === 0) end();
    },
    closed,
  };
}
