import { plans } from "~/catalog/plans";

const questions = [
  {
    asked: "What does a picture cost?",
    answer:
      "One credit, whatever the style, the size or the model. You see the price before you press. A picture that fails or is refused costs nothing: its credit comes back, with the reason.",
  },
  {
    asked: "What happens to credits I do not use?",
    answer:
      "They roll over once: what is left when a month ends stays for the next one, up to one month’s worth. Every credit that comes or goes is in your ledger, with what it was for.",
  },
  {
    asked: "Can I change plans in the middle of a month?",
    answer:
      "Yes, at once. A larger plan is charged for the days that are left, and brings the credits for them. A smaller one costs nothing now and has its price from the next renewal.",
  },
  {
    asked: "What happens when I cancel?",
    answer:
      "The plan is yours until the paid time ends, and can be resumed until then. After that you are on Free. Nothing is deleted: your pictures stay, and models over the limit are locked until you come back.",
  },
  {
    asked: "What is the fair-use rate of Enterprise?",
    answer: `Up to ${plans.enterprise.picturesPerHour} pictures an hour for each account. That is the whole rule for pictures.`,
  },
  {
    asked: "Who handles the payment?",
    answer:
      "Lemon Squeezy, as the merchant: it takes the card, adds the taxes of your country and sends the invoice. We never see a card number.",
  },
];

/** What people ask before they pay. */
export function PricingQuestions() {
  return (
    <section aria-labelledby="questions" className="page-width grid gap-8">
      <h2 id="questions" className="font-serif text-title">
        Before you pay
      </h2>
      <dl className="grid gap-x-12 gap-y-8 sm:grid-cols-2">
        {questions.map(({ asked, answer }) => (
          <div key={asked} className="grid content-start gap-2">
            <dt className="font-medium">{asked}</dt>
            <dd className="text-muted-foreground">{answer}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
