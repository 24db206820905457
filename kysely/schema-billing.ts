import type { ColumnType, Generated } from "kysely";

import type { PlanId } from "~/catalog/plans";
import type { SubscriptionStatus } from "~/catalog/subscription-status";

import type { CreatedAt, Json } from "./schema-columns";

/** A bought plan. Without a row, or once it has ended, a user is on Free. */
export interface SubscriptionTable {
  id: string;
  userId: string;
  plan: PlanId;
  status: SubscriptionStatus;
  /** The seller's id; null for a plan that was given. */
  providerId: string | null;
  /** The seller's id of who pays. */
  customerId: string | null;
  /** The seller's id of the purchase. */
  orderId: string | null;
  renewsAt: Date | null;
  endsAt: Date | null;
  /** When it last changed at the seller: whole seconds. */
  providerUpdatedAt: Date | null;
  /** The number of the look at the seller that this row shows: later looks have higher numbers. */
  look: ColumnType<string, number | string | undefined, number | string>;
  createdAt: CreatedAt;
}

export type InvoiceReason = "initial" | "renewal" | "updated";
export type InvoiceStatus = "pending" | "paid" | "void" | "refunded" | "partial_refund";

/** An invoice of a subscription, as the seller has it, and the credits it moved. */
export interface InvoiceTable {
  id: string;
  userId: string;
  subscriptionId: string;
  /** The seller's id. */
  providerId: string;
  reason: InvoiceReason;
  status: InvoiceStatus;
  /** What it paid for; null until it is paid. */
  plan: PlanId | null;
  currency: string;
  totalCents: number;
  refundedCents: Generated<number>;
  /** By the seller's clock. */
  issuedAt: Date;
  /** Whole credits it brought. */
  granted: Generated<number>;
  /** Whole credits its refund took. */
  takenBack: Generated<number>;
  /** Whole credits its refund could not take, because they were spent. */
  short: Generated<number>;
  createdAt: CreatedAt;
}

/** Someone sent to the seller's checkout; its id travels with the purchase. */
export interface CheckoutTable {
  id: string;
  userId: string;
  plan: PlanId;
  paidAt: Date | null;
  createdAt: CreatedAt;
}

/** What became of a delivery. */
export type BillingOutcome =
  /** It says nothing about a subscription. */
  | "ignored"
  | "applied"
  /** No plan is sold under the variant. */
  | "unknown-variant"
  /** No one here can be told to have bought it. */
  | "unclaimed"
  /** Its user has been deleted. */
  | "user-gone"
  /** Its owner was erased: only the invoices that are kept moved. */
  | "erased"
  /** It names a user who is not the subscription's. */
  | "not-theirs"
  /** The seller does not know the subscription. */
  | "unknown-subscription"
  /** The reconciler brought what a delivery should have. */
  | "reconciled";

/** A delivery from the seller, without addresses, cards and names. */
export interface BillingEventTable {
  id: string;
  eventId: string;
  name: string;
  body: Json<unknown>;
  /** Null when a person has to look at it: sent again, it is tried again. */
  appliedAt: Date | null;
  outcome: BillingOutcome | null;
  createdAt: CreatedAt;
}
