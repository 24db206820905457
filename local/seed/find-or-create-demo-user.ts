import { createClerkClient } from "@clerk/backend";

import { env } from "~/env";

import { demoUser } from "./demo-user";

/** Makes the demo user in Clerk, or finds the one there is. @returns their id. */
export async function findOrCreateDemoUser(): Promise<string> {
  const clerk = createClerkClient({
    secretKey: env.CLERK_SECRET_KEY,
    ...(env.CLERK_API_URL && { apiUrl: env.CLERK_API_URL }),
  });
  const { data } = await clerk.users.getUserList({ emailAddress: [demoUser.email] });
  const [known] = data;
  if (known) return known.id;
  const { email, password, firstName } = demoUser;
  const user = await clerk.users.createUser({ emailAddress: [email], password, firstName });
  return user.id;
}
