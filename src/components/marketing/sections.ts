/** The parts of the landing page that its header and footer link to. */
export const sections = [
  { id: "how", label: "How it works" },
  { id: "styles", label: "Styles" },
  { id: "models", label: "Models" },
  { id: "plans", label: "Plans" },
  { id: "privacy", label: "Privacy" },
] as const;
