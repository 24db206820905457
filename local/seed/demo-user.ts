/** The user that db:seed makes. */
export const demoUser = {
  email: "demo@likeness.test",
  password: "likeness-demo-1",
  firstName: "Maya",
} as const;
