import type { TRPCError } from "@trpc/server";

import { consent } from "~/catalog/consent";

import type { Owner } from "./add-owner";

type Code = TRPCError["code"];

/** How a procedure is tried, and what each kind of person is to hear. */
export interface ProcedureRow {
  /** An input by which the owner reaches what is theirs. */
  input?: (owner: Owner) => unknown;
  signedOut: Code | "answers";
  /** A stranger with that input: a refusal, or an answer in which nothing is the owner's. */
  stranger: Code | "answers";
  /** The owner with that input, which shows that the input leads somewhere. `answers` unless named. */
  owner?: Code;
  /** Tried with an owner of its own: the owner has something less after it, or the time to do it is short. */
  spends?: true;
  /** Somebody on Free without credits, with more models than slots, asking for what is their own. */
  poor?: { input: (owner: Owner) => unknown; hears: Code };
}

const mine = { signedOut: "UNAUTHORIZED", stranger: "answers" } as const;
const byId = { signedOut: "UNAUTHORIZED", stranger: "NOT_FOUND" } as const;
const open = { signedOut: "answers", stranger: "answers" } as const;

const press = (modelId: string) => ({
  ...{ requestId: crypto.randomUUID(), modelId, fluxModel: "flux-2-dev", count: 1 },
});
const create = (modelId: string) => ({ ...press(modelId), prompt: "a kite", style: "anime", aspect: "1:1" });
const remix = ({ pictureId }: Owner) => ({ pictureId, requestId: crypto.randomUUID() });

/** Every procedure of the product. */
export const procedureRows: Record<string, ProcedureRow> = {
  "account.entitlements": mine,

  // Whoever is no operator finds nothing there: the owner neither.
  "admin.overview": { ...byId, owner: "NOT_FOUND" },
  "admin.decide": {
    ...byId,
    input: ({ reportId }) => ({ reportId, decision: "restore", note: "" }),
    owner: "NOT_FOUND",
  },

  "billing.overview": mine,
  "billing.ledger": { ...mine, input: () => ({}) },
  "billing.invoices": mine,
  "billing.checkout": { ...mine, input: () => ({ plan: "pro" }), owner: "PRECONDITION_FAILED" },
  "billing.invoice": { ...byId, input: ({ invoiceId }) => ({ invoiceId }), owner: "SERVICE_UNAVAILABLE" },
  "billing.previewChange": { ...byId, input: () => ({ plan: "creator" }) },
  // The seller does not know the owner's subscription, which was made up: it says so.
  "billing.changePlan": { ...byId, input: () => ({ plan: "creator" }), owner: "SERVICE_UNAVAILABLE" },
  "billing.cancel": { ...byId, owner: "SERVICE_UNAVAILABLE" },
  "billing.resume": { ...byId, owner: "PRECONDITION_FAILED" },
  "billing.portal": { ...byId, input: () => ({ page: "portal" }), owner: "SERVICE_UNAVAILABLE" },

  "models.list": mine,
  "models.draft": mine,
  "models.saveDraft": { ...mine, input: () => ({ name: "Ada", subject: "woman" }) },
  "models.byId": { ...byId, input: ({ modelId }) => ({ modelId }) },
  "models.removePhoto": { ...byId, input: ({ photoId }) => ({ photoId }) },
  "models.agree": {
    ...byId,
    input: ({ draftId }) => ({ modelId: draftId, consentVersion: consent.version }),
  },
  "models.activateVersion": { ...byId, input: ({ formerVersionId }) => ({ versionId: formerVersionId }) },
  "models.deleteVersion": {
    ...byId,
    spends: true,
    input: ({ formerVersionId }) => ({ versionId: formerVersionId }),
  },
  "models.startTraining": {
    ...byId,
    spends: true,
    input: ({ draftId }) => ({ modelId: draftId, kind: "instant" }),
    poor: { input: ({ draftId }) => ({ modelId: draftId, kind: "fine-tuned" }), hears: "FORBIDDEN" },
  },
  "models.cancelTraining": { ...byId, input: ({ modelId }) => ({ modelId }), owner: "PRECONDITION_FAILED" },
  "models.delete": { ...byId, spends: true, input: ({ modelId }) => ({ modelId }) },

  "generations.recent": mine,
  "generations.queue": mine,
  "generations.history": mine,
  "generations.create": {
    ...byId,
    input: ({ modelId }) => create(modelId),
    poor: { input: ({ modelId }) => create(modelId), hears: "PAYMENT_REQUIRED" },
  },
  "generations.runPack": {
    ...byId,
    input: ({ modelId }) => ({ ...press(modelId), pack: "dating" }),
    poor: { input: ({ modelId }) => ({ ...press(modelId), pack: "dating" }), hears: "PAYMENT_REQUIRED" },
  },
  "generations.cancel": { ...byId, spends: true, input: ({ requestId }) => ({ requestId }) },
  "generations.reorder": { ...byId, input: ({ requestId }) => ({ requestIds: [requestId] }) },

  "pictures.list": { ...mine, input: ({ modelId }) => ({ model: modelId }) },
  "pictures.byId": { ...byId, input: ({ pictureId }) => ({ pictureId }) },
  "pictures.favour": { ...byId, input: ({ pictureId }) => ({ pictureIds: [pictureId], isFavourite: true }) },
  "pictures.delete": { ...byId, spends: true, input: ({ pictureId }) => ({ pictureIds: [pictureId] }) },
  "pictures.restore": {
    ...byId,
    spends: true,
    input: ({ deletedPictureId }) => ({ pictureIds: [deletedPictureId] }),
  },
  "pictures.zip": { ...byId, input: ({ pictureId }) => ({ pictureIds: [pictureId] }) },
  "pictures.vary": {
    ...byId,
    input: (owner) => ({ ...remix(owner), count: 1 }),
    poor: { input: (owner) => ({ ...remix(owner), count: 1 }), hears: "PAYMENT_REQUIRED" },
  },
  "pictures.upscale": { ...byId, input: remix, poor: { input: remix, hears: "PAYMENT_REQUIRED" } },

  "shares.open": { ...byId, input: ({ pictureId }) => ({ pictureId, showsPrompt: true }) },
  "shares.revoke": { ...byId, input: ({ pictureId }) => ({ pictureId }) },
  // For whoever has the link. What it shows is said apart: strangers.test.ts.
  "shares.see": { ...open, input: () => ({ token: "A".repeat(24) }) },
  "shares.report": {
    ...{ signedOut: "NOT_FOUND", stranger: "NOT_FOUND", owner: "NOT_FOUND" },
    input: () => ({ token: "A".repeat(24), reason: "shows-me", note: "" }),
  },

  "privacy.overview": mine,
  "privacy.chooseRetention": { ...mine, input: () => ({ retention: "keep" }) },
  "privacy.beginExport": mine,
  "privacy.eraseAccount": {
    ...mine,
    input: () => ({ confirmation: "delete everything", token: "a".repeat(32) }),
  },
  // The link is the key: 192 random bits.
  "privacy.erasure": { ...open, input: ({ erasureToken }) => ({ token: erasureToken }) },
};
