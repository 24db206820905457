/**
 * Writes the module that workerd starts with: the worker as it was built, and, where Lemon Squeezy is played, what the
 * preload does for Node and workerd cannot load: the SDK's fixed address leads to the one that plays it.
 */
export function writeEntry(lemonsqueezyPort: string | undefined): string {
  const worker = `export { default } from "worker.js";\nexport * from "worker.js";\n`;
  if (!lemonsqueezyPort) return worker;
  return `${worker}
const fixed = "https://api.lemonsqueezy.com";
const played = "http://localhost:${lemonsqueezyPort}";
const send = globalThis.fetch;
globalThis.fetch = (input, init) => {
  const address = input instanceof Request ? input.url : String(input);
  if (!address.startsWith(fixed + "/")) return send(input, init);
  const moved = played + address.slice(fixed.length);
  return send(input instanceof Request ? new Request(moved, input) : moved, init);
};
`;
}
