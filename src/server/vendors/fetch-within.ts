import { Failure } from "~/server/errors";

/** Storage may send us on within itself; more is a circle. */
const MOST_REDIRECTS = 3;

/**
 * Fetches an address that came from outside, or leads outside, only while it stays where it may be: each redirect is looked at
 * before it is followed.
 *
 * @param isOurs whether an address is the vendor's
 * @throws Failure VENDOR_UNAVAILABLE for an address that is not, before anything is sent to it.
 */
export async function fetchWithin(
  address: string,
  isOurs: (url: URL) => boolean,
  init: RequestInit,
): Promise<Response> {
  let url = new URL(address);
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    if (!isOurs(url)) {
      throw new Failure("VENDOR_UNAVAILABLE", "A file lies where no file of ours can be. We have been told.");
    }
    const response = await fetch(url, { ...init, redirect: "manual" });
    const location = response.headers.get("location");
    if (response.status < 300 || response.status > 399 || location === null) return response;
    await response.body?.cancel();
    url = new URL(location, url);
  }
  throw new Failure("VENDOR_BUSY", "The photo storage sends us in circles.");
}
