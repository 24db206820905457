export const reportReasonIds = ["shows-me", "shows-a-child", "shows-someone", "other"] as const;
export type ReportReasonId = (typeof reportReasonIds)[number];

/** Why a shared picture is reported. */
export const reportReasons: Record<ReportReasonId, string> = {
  "shows-me": "It shows me, and I did not agree",
  "shows-a-child": "It shows a child",
  "shows-someone": "It shows someone I know, who did not agree",
  other: "Something else is wrong with it",
};

/** Characters of a note. */
export const maxReportNote = 1000;
