import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { request } from "node:http";

const BOUNDARY = "----contract";

/** Opens a PUT of the SDK's form, whose bytes are written by hand. */
export function openPut(url: string, start = 0) {
  const headers = {
    range: `bytes=${start}-`,
    "content-type": `multipart/form-data; boundary=${BOUNDARY}`,
  };
  const sent = request(url, { method: "PUT", headers });
  const answered = once(sent, "response") as Promise<[IncomingMessage]>;
  answered.catch(() => undefined);
  sent.on("error", () => undefined);
  sent.write(
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="blob"\r\nContent-Type: image/jpeg\r\n\r\n`,
  );

  return {
    write: async (bytes: Uint8Array) => {
      if (!sent.write(bytes)) await once(sent, "drain");
    },
    finish: async () => {
      sent.end(`\r\n--${BOUNDARY}--\r\n`);
      const [response] = await answered;
      let text = "";
      for await (const chunk of response) text += String(chunk);
      return { status: response.statusCode, body: JSON.parse(text) as unknown };
    },
    cut: () => {
      sent.destroy();
    },
  };
}
