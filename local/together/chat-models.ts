/** The chat models on loopback. Together's catalog has some two hundred; the product asks for one. */
export const chatModels = [
  {
    id: "meta-llama/Llama-3.3-70B-Instruct-Turbo",
    displayName: "Llama 3.3 70B Instruct Turbo",
    organization: "Meta",
    contextLength: 131_072,
    dollarsPerMillionTokens: 0.88,
  },
] as const;
