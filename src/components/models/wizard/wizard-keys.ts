/** What the wizards' entries in the browser's storage begin with, before the user's id. */
export const wizardKeys = "likeness-wizard-";
