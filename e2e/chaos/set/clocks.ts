/** Clocks of the vendors that make a training last a second, and a retry come before what was killed is up again. */
export const crashClocks = {
  LOCAL_INNGEST_TIME_SCALE: "0.05",
  LOCAL_INNGEST_RETRY_MS: "500",
  LOCAL_INNGEST_SYNC_MS: "500",
  LOCAL_INNGEST_PLANS_FIRST: "1",
  LOCAL_TOGETHER_TRAINING_MS: "600",
  LOCAL_TOGETHER_CLAIM_MS: "50",
  LOCAL_TOGETHER_PLAIN: "1",
};

/** As short, for the functions alone: what is slept is slept in a fiftieth. */
export const functionClocks = {
  LOCAL_TOGETHER_PLAIN: "1",
  LOCAL_TOGETHER_TRAINING_MS: "600",
  LOCAL_TOGETHER_CLAIM_MS: "50",
  LOCAL_INNGEST_RETRY_MS: "60",
  LOCAL_INNGEST_TIME_SCALE: "0.02",
};
