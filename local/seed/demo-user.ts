/** The user that db:seed makes. */
export const demoUser = {
  email: "demo@likeness.test",
  password: "likeness-demo-1",
  firstName: "Maya",
} as const;

/** The operator that db:seed makes: their public metadata at Clerk opens /admin. */
export const demoOperator = {
  email: "operator@likeness.test",
  password: "likeness-operator-1",
  firstName: "Op",
} as const;
