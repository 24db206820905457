import { Failure } from "~/server/errors";

/** A promise that fails with VENDOR_BUSY after a while, to race against a vendor's SDK that waits for ever; `stop` it once that answers. */
export function failAfter(ms: number): { promise: Promise<never>; stop: () => void } {
  let timer: ReturnType<typeof setTimeout>;
  const promise = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Failure("VENDOR_BUSY", "Lemon Squeezy did not answer in time. Look again in a minute."));
    }, ms);
  });
  return {
    promise,
    stop: () => {
      clearTimeout(timer);
    },
  };
}
