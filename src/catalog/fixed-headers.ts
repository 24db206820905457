/** Two years, as the browsers' preload list asks for; a subdomain that is not HTTPS would be unreachable. */
const HSTS = "max-age=63072000; includeSubDomains; preload";

/** Nothing here films, listens or asks where one is; writing to the clipboard is what "Copy link" does. */
const permissions = [
  ...["accelerometer", "bluetooth", "camera", "display-capture", "geolocation", "gyroscope", "hid"],
  ...["magnetometer", "microphone", "midi", "payment", "serial", "usb", "xr-spatial-tracking"],
];

/** For scripts and styles: nothing that a worker would take for its own policy, as it does with its script's. */
export const policyOfFiles = "frame-ancestors 'none'";

/** What every answer says to browsers, whoever asked for what: on Node by next.config.js, at the edge by the worker too. */
export const fixedHeaders = {
  "strict-transport-security": HSTS,
  "x-content-type-options": "nosniff",
  // For browsers that do not know the policy's frame-ancestors.
  "x-frame-options": "DENY",
  // Addresses hold tokens: other sites learn not even from which page someone came.
  "referrer-policy": "same-origin",
  "permissions-policy": permissions.map((name) => `${name}=()`).join(", "),
  "cross-origin-opener-policy": "same-origin-allow-popups",
} as const;
