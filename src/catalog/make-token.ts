/** Random bits as base64url, six a character: the end of a link that no one comes upon by trying. `bytes` is a multiple of 3. */
export function makeToken(bytes: number): string {
  return btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(bytes))))
    .replaceAll("+", "-")
    .replaceAll("/", "_");
}
