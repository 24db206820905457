import fc from "fast-check";
import { expect, test } from "vitest";
import { MalformedForm, readBoundary, readFilePart } from "./read-file-part";

const head = '--B\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\n';

async function read(body: Buffer, cuts: number[]): Promise<Buffer> {
  const edges = [0, ...cuts.map((cut) => cut % body.length), body.length].sort((a, b) => a - b);
  const chunks = edges.slice(1).map((end, at) => body.subarray(edges[at], end));
  async function* arrive() {
    for (const chunk of chunks) yield await Promise.resolve(chunk);
  }
  const parts: Buffer[] = [];
  for await (const part of readFilePart(arrive(), "B")) parts.push(Buffer.from(part));
  return Buffer.concat(parts);
}

test("gives the same bytes however the body is cut", async () => {
  // Bytes that look like the beginnings of a boundary are the interesting ones.
  const nasty = fc.array(fc.constantFrom("\r", "\n", "-", "B", "\r\n--", "\r\n-", "a"), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(nasty, fc.array(fc.nat(), { maxLength: 8 }), async (letters, cuts) => {
      const content = letters.join("");
      fc.pre(!`${content}\r`.includes("\r\n--B"));
      const body = Buffer.from(`${head}${content}\r\n--B--\r\n`);
      expect((await read(body, cuts)).toString()).toBe(content);
    }),
  );
});

test("refuses another shape", async () => {
  await expect(read(Buffer.from(`${head}abc`), [])).rejects.toThrow(MalformedForm);
  await expect(read(Buffer.from(head.replace('"file"', '"other"')), [])).rejects.toThrow(
    'Expected a part "file"',
  );
  await expect(read(Buffer.alloc(20_000, "x"), [])).rejects.toThrow("too long");
});

test("finds the boundary, quoted or bare", () => {
  expect(readBoundary("multipart/form-data; boundary=----WebKit1")).toBe("----WebKit1");
  expect(readBoundary('multipart/form-data; charset=utf-8; boundary="a b"')).toBe("a b");
  expect(() => readBoundary("application/json")).toThrow(MalformedForm);
  expect(() => readBoundary(undefined)).toThrow(MalformedForm);
});
