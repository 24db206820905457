import { formatDistanceToNow } from "date-fns";

/** How long ago something was, in words. The minute may turn between the server's rendering and the browser's: that is no mismatch. */
export function Ago({ at }: { at: Date }) {
  return (
    <time dateTime={at.toISOString()} suppressHydrationWarning>
      {formatDistanceToNow(at, { addSuffix: true })}
    </time>
  );
}
