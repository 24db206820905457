import type { LocalSet } from "~/local/environment";
import { demoUser } from "~/local/seed/demo-user";

/** The block that says where everything is; one line for each row. */
export function printAddresses(
  { ports, real, database, home, env }: LocalSet,
  hasDemoUser: boolean,
): string[] {
  const played = (name: "clerk" | "uploadthing" | "together" | "inngest" | "lemonsqueezy", what: string) =>
    [what, real.has(name) ? "the real one, by your keys" : `http://localhost:${ports[name]}`] as const;

  const rows = [
    ["Likeness", `http://localhost:${ports.app}`],
    ["Parts and faults", `http://localhost:${ports.control}`],
    [
      "Database",
      database === "played"
        ? `localhost:${ports.postgres}, its Neon front localhost:${ports.neon}`
        : "your DATABASE_URL",
    ],
    played("clerk", "Clerk"),
    played("uploadthing", "UploadThing"),
    played("together", "Together"),
    played("inngest", "Inngest"),
    played("lemonsqueezy", "Lemon Squeezy"),
    ["State", home],
    ...(env["LOCAL_ALLOW_HOSTS"] ? [["Let through", env["LOCAL_ALLOW_HOSTS"]] as const] : []),
    ...(hasDemoUser ? [["Demo user", `${demoUser.email}   password: ${demoUser.password}`] as const] : []),
  ] as const;

  return ["", ...rows.map(([what, where]) => `  ${what.padEnd(18)}${where}`), ""];
}
