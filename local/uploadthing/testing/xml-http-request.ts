import { once } from "node:events";
import type { ClientRequest } from "node:http";
import { request } from "node:http";

type Listener = (event: { loaded: number }) => void;

/**
 * As much of a browser's XMLHttpRequest as `uploadthing/client` uses, over Node's own HTTP.
 *
 * A class because the SDK says `new XMLHttpRequest()`.
 */
export class NodeXmlHttpRequest {
  status = 0;
  statusText = "";
  response: unknown = null;
  responseType = "";
  readonly upload = {
    addEventListener: (name: string, listener: Listener) => this.on(`upload.${name}`, listener),
  };

  #method = "GET";
  #url = "";
  #headers: Record<string, string> = {};
  #listeners = new Map<string, Listener[]>();
  #request: ClientRequest | undefined;
  #isAborted = false;

  open(method: string, url: string): void {
    this.#method = method;
    this.#url = url;
  }

  setRequestHeader(name: string, value: string): void {
    this.#headers[name] = value;
  }

  addEventListener(name: string, listener: Listener): void {
    this.on(name, listener);
  }

  send(form: FormData): void {
    this.#send(form).catch(() => {
      if (!this.#isAborted) this.#emit("error", 0);
    });
  }

  abort(): void {
    this.#isAborted = true;
    this.#request?.destroy();
  }

  private on(name: string, listener: Listener): void {
    this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), listener]);
  }

  #emit(name: string, loaded: number): void {
    for (const listener of this.#listeners.get(name) ?? []) listener({ loaded });
  }

  async #send(form: FormData): Promise<void> {
    const encoded = new Response(form);
    const headers = { ...this.#headers, "content-type": encoded.headers.get("content-type") ?? "" };
    const sent = request(this.#url, { method: this.#method, headers });
    this.#request = sent;
    const answered = once(sent, "response");
    answered.catch(() => undefined);

    let loaded = 0;
    for await (const bytes of encoded.body ?? []) {
      if (sent.destroyed) break;
      if (!sent.write(bytes)) await Promise.race([once(sent, "drain"), once(sent, "close")]);
      loaded += bytes.length;
      this.#emit("upload.progress", loaded);
    }
    sent.end();

    const [incoming] = (await answered) as [
      NodeJS.ReadableStream & { statusCode: number; statusMessage: string },
    ];
    let text = "";
    for await (const chunk of incoming) text += chunk.toString();
    this.status = incoming.statusCode;
    this.statusText = incoming.statusMessage;
    this.response = parse(text);
    this.#emit("load", loaded);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
