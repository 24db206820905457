import type { Metadata } from "next";
import Link from "next/link";

import { LandingFooter } from "~/components/marketing/landing-footer";
import { LandingHeader } from "~/components/marketing/landing-header";
import { DataTable } from "~/components/marketing/data-table";

export const metadata: Metadata = {
  title: "Your data",
  description: "What Likeness keeps of you, with which provider, until when, and how it goes.",
};

export default function YourDataPage() {
  return (
    <>
      <LandingHeader />
      <main
        id="main"
        tabIndex={-1}
        className="page-width grid gap-14 pt-10 pb-20 outline-none sm:gap-20 sm:pt-16"
      >
        <div className="grid max-w-2xl gap-4">
          <h1 className="font-serif text-display">Your data, in plain words</h1>
          <p className="text-lead text-muted-foreground">
            A face is the most personal thing there is. This is all we keep, where it is, and when it goes.
          </p>
        </div>
        <DataTable />
        <div className="grid gap-10 md:grid-cols-2">
          {answers.map(({ question, answer }) => (
            <section key={question} className="grid content-start gap-2 border-t pt-5">
              <h2 className="font-medium">{question}</h2>
              <p className="text-muted-foreground">{answer}</p>
            </section>
          ))}
        </div>
        <p className="text-muted-foreground">
          Found your face in a picture that someone shared? Press <em>Report this picture</em> under it: it is
          hidden at once. Have a receipt?{" "}
          <Link href="/receipt" className="rounded underline underline-offset-4 focus-ring">
            Check it here
          </Link>
          .
        </p>
      </main>
      <LandingFooter />
    </>
  );
}

const answers = [
  {
    question: "Take it with you",
    answer:
      "On your Privacy page one press gives you a ZIP: every photo and picture, and your models, prompts, credits, consents and invoices as JSON.",
  },
  {
    question: "Have it gone",
    answer:
      "Delete a model, or everything. Our own records go at once. Then we ask each provider until it has confirmed, however often that takes, and give you a signed receipt that says what went and who confirmed it when.",
  },
  {
    question: "What a receipt proves",
    answer:
      "It counts what was deleted and holds a fingerprint of every file, but no name. Anyone can check at any time that we signed it and that not one bit was changed.",
  },
  {
    question: "What stays",
    answer:
      "Invoices, because the law wants them for ten years: number, date and amount, without your name. Lemon Squeezy, who sells the plans, keeps its own books. And a fingerprint of your account's number, so that it cannot come back by mistake.",
  },
];
