import { draftDays, instantRetention, invoiceYears, retentions } from "~/catalog/retention";
import { Card } from "~/components/ui/card";

const days = retentions["30-days"].days;

const kept = [
  {
    what: "Photos you upload",
    where: "UploadThing, privately, without location and camera data",
    until: `${days} days after training; or as soon as it ends, or until you delete them: you choose. A draft left alone goes after ${draftDays} days.`,
  },
  {
    what: "Photos in use",
    where: "Together AI, which runs the FLUX models, reads them by addresses that work for an hour",
    until: "It keeps none. The set that is packed for its trainer is deleted at once.",
  },
  {
    what: "Weights of a Fine-tuned model",
    where: "UploadThing, privately",
    until: "Until you delete the model. The trainer's copy goes as soon as we have ours.",
  },
  {
    what: "Pictures and prompts",
    where: "UploadThing and Neon, our database",
    until: "Until you delete them or your account",
  },
  {
    what: "Your e-mail address and password",
    where: "Clerk; the address also in Neon",
    until: "Until you delete your account",
  },
  {
    what: "What you agreed to",
    where: "Neon: the words, the time, and a fingerprint of the address you came from",
    until: "Until you delete the model",
  },
  {
    what: "Payments and invoices",
    where: "Lemon Squeezy, who sells the plans; we never see your card",
    until: `Invoices for ${invoiceYears} years, as the law wants`,
  },
];

/** What is kept of anyone, with which provider, until when. */
export function DataTable() {
  return (
    <div className="grid gap-5">
      <Card className="overflow-hidden">
        <div
          aria-hidden
          className="hidden gap-8 border-b bg-muted/40 px-6 py-3 text-xs font-medium text-muted-foreground sm:grid sm:grid-cols-[1fr_1.4fr_1.6fr]"
        >
          <span>What</span>
          <span>Where</span>
          <span>Until when</span>
        </div>
        <ul className="divide-y">
          {kept.map(({ what, where, until }) => (
            <li
              key={what}
              className="grid gap-x-8 gap-y-1.5 px-5 py-4 sm:grid-cols-[1fr_1.4fr_1.6fr] sm:px-6"
            >
              <span className="font-medium">{what}</span>
              <span className="text-muted-foreground">{where}</span>
              <span className="text-muted-foreground">{until}</span>
            </li>
          ))}
        </ul>
      </Card>
      <p className="max-w-prose text-sm text-muted-foreground">{instantRetention}</p>
    </div>
  );
}
