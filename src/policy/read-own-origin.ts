interface Asked {
  url: string;
  headers: Headers;
}

/**
 * The host that a visitor asked for, with its port: as the worker or the proxy in front says, which has to (README.md, "To
 * production"), or next's own server where nothing is in front.
 */
export function readOwnHost({ url, headers }: Asked): string {
  return firstOf(headers.get("x-forwarded-host")) ?? headers.get("host") ?? new URL(url).host;
}

/** The origin that a visitor asked for, by the same word. */
export function readOwnOrigin(asked: Asked): string {
  const protocol =
    firstOf(asked.headers.get("x-forwarded-proto")) ?? new URL(asked.url).protocol.slice(0, -1);
  const origin = `${protocol}://${readOwnHost(asked)}`;
  return URL.canParse(origin) ? new URL(origin).origin : "null";
}

/** Each proxy on the way may add its own word after the first one's. */
function firstOf(header: string | null): string | undefined {
  return header?.split(",")[0]?.trim();
}
