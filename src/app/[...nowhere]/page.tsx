import { notFound } from "next/navigation";
import { connection } from "next/server";

/**
 * Every address that no other page has. Next would answer with a page that was built ahead, whose scripts carry no nonce, while
 * src/proxy.ts cannot know that nothing is there: so it is rendered, as all that passes the proxy.
 */
export default async function NowherePage() {
  await connection();
  notFound();
}
