/** What can move without being asked to: the server tells of each apart, and the browser reads again what shows it. */
export const liveTopics = ["pictures", "models", "photos", "credits", "plan"] as const;
export type LiveTopic = (typeof liveTopics)[number];

/** How each stands, as a short text that changes with it. What the texts say is nobody's business. */
export type Pulse = Record<LiveTopic, string>;

export const liveRules = {
  /** The server says something at least this often, so that silence means a dead connection. */
  beatMs: 15_000,
  /** Then the browser connects anew, which reads the session again. */
  maxLifeMs: 4 * 60_000,
  /** Tabs of one person that are served at once; further ones ask every few seconds. */
  maxTabs: 8,
} as const;
