"use client";

/** The slot of the credit balance in the header. */
export function CreditBalance() {
  return null;
}
