import { generateKeyPairSync, randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import { writeFileAtomically } from "./write-file-atomically";

const Secrets = z.object({
  postgresPassword: z.string().min(16),
  clerkSecretKey: z.string().startsWith("sk_live_"),
  clerkWebhookSecret: z.string().startsWith("whsec_"),
  uploadthingApiKey: z.string().startsWith("sk_"),
  uploadthingAppId: z.string().min(1),
  togetherApiKey: z.string().min(16),
  lemonsqueezyApiKey: z.string().min(16),
  lemonsqueezyWebhookSecret: z.string().min(16).max(40),
  receiptSigningKey: z.base64().length(64),
});
/** What the local vendors and the app share. Random for each home, and worth nothing outside it. */
export type Secrets = z.infer<typeof Secrets>;

/** The secrets of a home, made on first sight and kept in HOME/secrets.json. The home must exist. */
export async function readSecrets(home: string): Promise<Secrets> {
  const file = join(home, "secrets.json");
  const kept = await readFile(file, "utf8").catch(() => undefined);
  const known: unknown = kept === undefined ? {} : JSON.parse(kept);
  const whole = Secrets.safeParse(known);
  if (whole.success) return whole.data;

  const fresh: Secrets = {
    postgresPassword: randomWord(24),
    clerkSecretKey: `sk_live_${randomWord(32)}`,
    clerkWebhookSecret: `whsec_${randomBytes(24).toString("base64")}`,
    uploadthingApiKey: `sk_live_${randomWord(32)}`,
    uploadthingAppId: randomWord(5),
    togetherApiKey: randomWord(32),
    lemonsqueezyApiKey: randomWord(32),
    lemonsqueezyWebhookSecret: randomWord(16),
    receiptSigningKey: makeReceiptKey(),
  };
  // A home of an earlier version keeps what it has: its data was made with it.
  const secrets = Secrets.parse({ ...fresh, ...z.record(z.string(), z.unknown()).parse(known) });
  await writeFileAtomically(file, `${JSON.stringify(secrets, null, 2)}\n`);
  return secrets;
}

/** Hexadecimal, so that it stands in URLs and shells unescaped. */
function randomWord(bytes: number): string {
  return randomBytes(bytes).toString("hex");
}

/** An Ed25519 private key as RECEIPT_SIGNING_KEY wants it. */
export function makeReceiptKey(): string {
  return generateKeyPairSync("ed25519")
    .privateKey.export({ type: "pkcs8", format: "der" })
    .toString("base64");
}
