import { headers } from "next/headers";

import { nonceHeader } from "./content-policy";

/** This page's nonce, for a library that writes scripts of its own into it. Only where src/proxy.ts runs. */
export async function readNonce(): Promise<string> {
  return (await headers()).get(nonceHeader) ?? "";
}
