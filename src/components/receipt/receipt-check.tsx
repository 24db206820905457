"use client";

import { useState } from "react";

import { cn } from "~/components/cn";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { buttonVariants } from "~/components/ui/button-variants";
import { Field } from "~/components/ui/field";
import { Textarea } from "~/components/ui/textarea";
import { useEarlyText } from "~/components/use-early-text";

import { askAboutReceipt } from "./ask-about-receipt";
import type { Answer } from "./ask-about-receipt";
import { ReceiptDetails } from "./receipt-details";

/** A field to paste into, a place to drop a file on, and the answer. */
export function ReceiptCheck() {
  const [text, setText] = useState("");
  const [answer, setAnswer] = useState<Answer | "asking" | null>(null);
  const [isOver, setOver] = useState(false);
  const field = useEarlyText(text, setText);

  async function check(receipt: string): Promise<void> {
    setAnswer("asking");
    setAnswer(await askAboutReceipt(receipt));
  }
  async function take(file: File | undefined): Promise<void> {
    if (!file) return;
    const read = await file.text();
    setText(read);
    await check(read);
  }

  return (
    <div className="grid gap-6">
      <form
        className={cn(
          "grid gap-4 rounded-2xl border border-dashed p-4 transition-colors sm:p-5",
          isOver && "border-primary bg-accent/40",
        )}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void take(event.dataTransfer.files[0]);
        }}
        onSubmit={(event) => {
          event.preventDefault();
          void check(text);
        }}
      >
        <Field label="Receipt" hint="The whole file, as it was downloaded.">
          <Textarea
            ref={field}
            value={text}
            rows={7}
            spellCheck={false}
            className="font-mono text-xs"
            placeholder='{"receipt": …, "signature": …}'
            onChange={(event) => {
              setText(event.target.value);
              setAnswer(null);
            }}
          />
        </Field>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" disabled={text.trim() === ""} pending={answer === "asking"}>
            Check receipt
          </Button>
          <label
            className={cn(
              buttonVariants({ variant: "secondary" }),
              "cursor-pointer focus-within:ring-2 focus-within:ring-ring",
            )}
          >
            Choose a file
            <input
              type="file"
              accept="application/json,.json"
              className="sr-only"
              onChange={(event) => {
                void take(event.target.files?.[0]);
                event.target.value = "";
              }}
            />
          </label>
        </div>
      </form>
      <div aria-live="polite" className="grid gap-4">
        {answer !== null && answer !== "asking" && <Verdict answer={answer} />}
      </div>
    </div>
  );
}

function Verdict({ answer }: { answer: Answer }) {
  if (answer.verdict !== "genuine") {
    const { tone, title, text } = said[answer.verdict];
    return (
      <Alert tone={tone} title={title}>
        {text}
      </Alert>
    );
  }
  return (
    <>
      <Alert tone="success" title="Signed by us, and unchanged">
        This is what we signed, to the last bit.
      </Alert>
      <ReceiptDetails receipt={answer.receipt} />
    </>
  );
}

const said = {
  altered: {
    tone: "error",
    title: "Changed after we signed it",
    text: "It names our key, but the signature is not of this text. Something in it was changed, even if only one bit: look for the file as it was downloaded.",
  },
  "not-ours": {
    tone: "error",
    title: "Not signed by us",
    text: "It is no receipt of this site: another product made it, or another key signed it.",
  },
  unreadable: {
    tone: "warning",
    title: "Not a receipt",
    text: "This cannot be read as a receipt. Paste the whole file, from the first brace to the last.",
  },
  unreachable: {
    tone: "warning",
    title: "Not checked",
    text: "We could not be reached. Check your connection and try again.",
  },
} as const;
