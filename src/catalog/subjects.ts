export const subjectIds = ["woman", "man", "person", "pet"] as const;
export type SubjectId = (typeof subjectIds)[number];

export const subjects = {
  woman: { name: "Woman" },
  man: { name: "Man" },
  person: { name: "Person" },
  pet: { name: "Pet" },
} as const satisfies Record<SubjectId, { name: string }>;
