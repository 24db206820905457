"use client";

import { useClerk } from "@clerk/nextjs";
import { useState } from "react";

import { erasureConfirmation, makeErasureToken } from "~/catalog/erasure";
import { FailureLine } from "~/components/plan/failure-line";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { Dialog, DialogContent, DialogDescription, DialogTitle } from "~/components/ui/dialog";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { trpc } from "~/trpc/react";

import { CopyLink } from "./copy-link";
import { PrivacySection } from "./privacy-section";

const consequences = [
  "Every photo, picture, model and prompt goes at once, and then from every provider's storage.",
  "A training or picture that is being made is called off. Credits that are left are lost.",
  "Your plan is cancelled, so nothing is charged any more. It is not paid back for what is left of the month.",
  "You are signed out everywhere and your sign-in at Clerk is deleted.",
  "Invoices stay as long as the law wants, without your name.",
];

/** The last section: everything goes. What will happen is said, the link to the receipt is shown, and the words are typed. */
export function DeleteAccount() {
  const [token, setToken] = useState<string | null>(null);
  const [typed, setTyped] = useState("");
  const clerk = useClerk();
  const erase = trpc.privacy.eraseAccount.useMutation({
    onSuccess: async ({ token: opened }) => {
      // Where the progress is shown to anyone who has the link: there is no session to come back to.
      await clerk.signOut({ redirectUrl: `/erasure/${opened}` });
    },
  });
  const isTyped = typed.trim().toLowerCase() === erasureConfirmation;
  const isBusy = erase.isPending || erase.isSuccess;

  return (
    <PrivacySection title="Delete everything">
      <Card className="grid gap-5 border-danger/30 p-5 sm:p-6">
        <ul className="grid max-w-prose list-disc gap-2 pl-5 text-sm text-foreground/85">
          {consequences.map((consequence) => (
            <li key={consequence}>{consequence}</li>
          ))}
        </ul>
        <p className="max-w-prose text-sm text-muted-foreground">
          It begins at once and cannot be stopped. When every provider has confirmed, there is a signed
          receipt.
        </p>
        <Button
          variant="danger"
          className="justify-self-start"
          onClick={() => {
            erase.reset();
            setTyped("");
            setToken(makeErasureToken());
          }}
        >
          Delete my account
        </Button>
      </Card>
      <Dialog
        open={token !== null}
        onOpenChange={(isOpen) => {
          if (!isOpen && !isBusy) setToken(null);
        }}
      >
        <DialogContent>
          <DialogTitle>Delete everything for good?</DialogTitle>
          <DialogDescription>
            First keep this link. It shows how the deletion goes and, at its end, the receipt. We send no
            e-mail, and without your account there is no other way to it.
          </DialogDescription>
          {token !== null && <CopyLink path={`/erasure/${token}`} />}
          <form
            className="grid gap-5"
            onSubmit={(event) => {
              event.preventDefault();
              if (isTyped && token !== null) erase.mutate({ confirmation: erasureConfirmation, token });
            }}
          >
            <Field label={`Type “${erasureConfirmation}” to confirm`}>
              <Input
                value={typed}
                autoComplete="off"
                autoCapitalize="off"
                spellCheck={false}
                onChange={(event) => setTyped(event.target.value)}
              />
            </Field>
            <FailureLine error={erase.error} />
            <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
              <Button type="button" variant="secondary" disabled={isBusy} onClick={() => setToken(null)}>
                Keep my account
              </Button>
              <Button type="submit" variant="danger" disabled={!isTyped} pending={isBusy}>
                Delete everything
              </Button>
            </div>
          </form>
        </DialogContent>
      </Dialog>
    </PrivacySection>
  );
}
