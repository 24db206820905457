import { createClerkClient } from "@clerk/backend";

import { env } from "~/env";

import { demoOperator, demoUser } from "./demo-user";

/** Makes the demo user in Clerk, or finds the one there is. @returns their id. */
export function findOrCreateDemoUser(): Promise<string> {
  return findOrCreate(demoUser, {});
}

/** Makes the operator in Clerk, or finds the one there is. @returns their id. */
export function findOrCreateOperator(): Promise<string> {
  return findOrCreate(demoOperator, { role: "operator" });
}

async function findOrCreate(
  person: typeof demoUser | typeof demoOperator,
  publicMetadata: { role?: string },
): Promise<string> {
  const clerk = createClerkClient({
    secretKey: env.CLERK_SECRET_KEY,
    ...(env.CLERK_API_URL && { apiUrl: env.CLERK_API_URL }),
  });
  const { data } = await clerk.users.getUserList({ emailAddress: [person.email] });
  const [known] = data;
  if (known) return known.id;
  const { email, password, firstName } = person;
  const user = await clerk.users.createUser({ emailAddress: [email], password, firstName, publicMetadata });
  return user.id;
}
