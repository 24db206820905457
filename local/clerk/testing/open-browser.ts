import { clerkFrontendApiProxy } from "@clerk/nextjs/server";

import { APP_ORIGIN, COOKIE_SUFFIX, PUBLISHABLE_KEY, SECRET_KEY } from "./start-test-clerk";
import type { TestClerk } from "./start-test-clerk";

export interface Answer {
  method: string;
  path: string;
  status: number;
  body: unknown;
}

export interface Browser {
  cookies: Map<string, string>;
  /** Calls the frontend API as the browser SDK does: by the app's proxy, form-encoded, the method in the query. */
  call: (method: string, path: string, form?: Record<string, string>) => Promise<Answer>;
  /** Opens a page of an app whose middleware is the real one, following its handshakes. */
  open: (path: string) => Promise<{ userId: string | null; handshakes: number; setCookies: string[] }>;
  /** Keeps the token of the last answer in the cookies, as the browser SDK does. */
  keepToken: (answer: Answer) => void;
}

/** A browser with no cookies, in front of an app that uses this Clerk. */
export function openBrowser(clerk: TestClerk, seen: (answer: Answer) => void = () => undefined): Browser {
  const cookies = new Map<string, string>();

  const throughProxy = async (url: URL, init: RequestInit = {}): Promise<Response> => {
    const request = new Request(url, init);
    for (const [name, value] of Object.entries(headers())) request.headers.set(name, value);
    const response = await clerkFrontendApiProxy(request, {
      proxyPath: "/__clerk",
      publishableKey: PUBLISHABLE_KEY,
      secretKey: SECRET_KEY,
      fapiUrl: clerk.origin,
    });
    keep(response.headers.getSetCookie());
    return response;
  };
  const headers = () => ({
    cookie: Array.from(cookies)
      .map(([name, value]) => `${name}=${value}`)
      .join("; "),
    "user-agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/142.0 Safari/537.36",
  });
  const keep = (setCookies: string[]) => {
    for (const line of setCookies) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/Max-Age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
  };

  return {
    cookies,
    call: async (method, path, form) => {
      const url = new URL(`/__clerk${path}`, APP_ORIGIN);
      url.searchParams.set("__clerk_api_version", "2026-08-20");
      if (method !== "GET" && method !== "POST") url.searchParams.set("_method", method);
      const response = await throughProxy(url, {
        method: method === "GET" ? "GET" : "POST",
        headers: { origin: APP_ORIGIN },
        ...(form && { body: new URLSearchParams(form) }),
      });
      const answer = { method, path, status: response.status, body: (await response.json()) as unknown };
      seen(answer);
      return answer;
    },
    open: async (path) => {
      const url = new URL(path, APP_ORIGIN);
      for (let handshakes = 0; handshakes < 4; handshakes += 1) {
        const request = new Request(url, {
          headers: { ...headers(), accept: "text/html", "sec-fetch-dest": "document" },
        });
        const state = await clerk.backend.authenticateRequest(request, { proxyUrl: `${APP_ORIGIN}/__clerk` });
        const setCookies = state.headers.getSetCookie();
        keep(setCookies);
        const location = state.headers.get("location");
        if (!location) return { userId: state.toAuth()?.userId ?? null, handshakes, setCookies };
        await throughProxy(new URL(location));
      }
      throw new Error(`${path} was redirected without end.`);
    },
    keepToken: ({ body }) => {
      const jwt = /"jwt":"([^"]+)"/.exec(JSON.stringify(body))?.[1];
      if (!jwt) throw new Error("There is no token in the answer.");
      for (const name of ["__session", `__session_${COOKIE_SUFFIX}`]) cookies.set(name, jwt);
    },
  };
}

/** The text at a path of an answer's body: `textAt(answer, "response", "id")`. */
export function textAt({ body }: Answer, ...keys: string[]): string {
  const found = keys.reduce<unknown>(
    (value, key) => (value as Record<string, unknown> | undefined)?.[key],
    body,
  );
  if (typeof found !== "string") throw new Error(`No text at ${keys.join(".")} of ${JSON.stringify(body)}`);
  return found;
}

/** Signs up with a password and keeps the token. */
export async function signUp(browser: Browser, email: string, password = "correct horse"): Promise<Answer> {
  const answer = await browser.call("POST", "/v1/client/sign_ups", { email_address: email, password });
  if (answer.status === 200 && browser.cookies.get("__client_uat") !== "0") browser.keepToken(answer);
  return answer;
}
