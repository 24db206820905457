/** SHA-256 of `themeScript`, as policies write it: a test compares. */
const THEME_SCRIPT = "'sha256-hyVgMMc2OR78Gio0sRyaw/6MmgtC9iu65Ug9IheSwUI='";

/** Where src/proxy.ts writes a page's nonce for those who cannot read it out of the policy, over whatever a visitor said. */
export const nonceHeader = "x-nonce";

/** Origins of the vendors that a signed-in page speaks to from the browser. */
export interface VendorOrigins {
  images: readonly string[];
  calls: readonly string[];
  frames: readonly string[];
}

const nobody: VendorOrigins = { images: [], calls: [], frames: [] };

/** What is the same for all pages. Styles alone may stand in the page: Clerk's form and the toasts write theirs at run time. */
function commonRules({ images, calls, frames }: VendorOrigins): Record<string, string> {
  return {
    "default-src": "'none'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": ["'self'", "blob:", "data:", ...images].join(" "),
    "font-src": "'self'",
    "connect-src": ["'self'", ...calls].join(" "),
    "frame-src": frames.length > 0 ? frames.join(" ") : "'none'",
    "worker-src": "'self' blob:",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
  };
}

/** The policy of a page that is rendered for this request: scripts run that carry its nonce, and what those load. */
export function policyOfPage(page: {
  nonce: string;
  vendors: VendorOrigins;
  /** React's tools compile at run time in development, and the page is told of changes. */
  isDevelopment: boolean;
}): string {
  const { nonce, vendors, isDevelopment } = page;
  const calls = isDevelopment ? [...vendors.calls, "ws:"] : vendors.calls;
  return write({
    // The coach decodes HEIC with WebAssembly.
    "script-src": `'nonce-${nonce}' 'strict-dynamic' ${THEME_SCRIPT} 'wasm-unsafe-eval'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    ...commonRules({ ...vendors, calls }),
  });
}

/**
 * The policy of a page that is built ahead: our own files, and the scripts in the page by their hashes.
 *
 * @param hashes SHA-256, base64
 */
export function policyOfBuiltPage(hashes: readonly string[]): string {
  const scripts = hashes.map((hash) => `'sha256-${hash}'`);
  return write({ "script-src": ["'self'", ...scripts].join(" "), ...commonRules(nobody) });
}

/** The policy of what is no page: a file, an answer of a door. Opened by itself it does nothing. */
export const policyOfDoors =
  "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

function write(rules: Record<string, string>): string {
  return Object.entries(rules)
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; ");
}
