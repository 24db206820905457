/** What is typed to delete an account. */
export const erasureConfirmation = "delete everything";

/** A link to an erasure ends in this. */
export const erasureToken = /^[\w-]{32}$/;
