/** Whether a request is for our host and not one that someone else wrote into its Host header. */
export function isOurHost(url: URL, publicOrigin: string): boolean {
  return url.host === new URL(publicOrigin).host;
}
