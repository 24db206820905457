import { invoiceYears, retentions } from "~/catalog/retention";
import { Card } from "~/components/ui/card";

import { PrivacySection } from "./privacy-section";
import type { Privacy } from "./privacy-types";

interface Kept {
  what: string;
  count: string;
  where: string;
  until: string;
}

/** Everything that is kept, with the user's own numbers. A table on wide screens, cards on phones. */
export function StoredThings({ privacy }: { privacy: Privacy }) {
  return (
    <PrivacySection
      title="What is kept"
      lead="All of it is private: files are handed to you alone, by addresses that work for a minute."
    >
      <Card className="overflow-hidden">
        <div
          aria-hidden
          className="hidden gap-6 border-b bg-muted/40 px-6 py-3 text-xs font-medium text-muted-foreground sm:grid sm:grid-cols-[1.2fr_1fr_1.8fr_1.8fr]"
        >
          <span>What</span>
          <span>Yours</span>
          <span>Where</span>
          <span>Until when</span>
        </div>
        <ul className="divide-y">
          {listKept(privacy).map(({ what, count, where, until }) => (
            <li
              key={what}
              className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1.5 px-5 py-4 text-sm sm:grid-cols-[1.2fr_1fr_1.8fr_1.8fr] sm:px-6"
            >
              <span className="font-medium">{what}</span>
              <span className="min-w-0 text-right break-words tabular-nums sm:text-left">{count}</span>
              <span className="col-span-2 text-muted-foreground sm:col-span-1">{where}</span>
              <span className="col-span-2 text-muted-foreground sm:col-span-1">{until}</span>
            </li>
          ))}
        </ul>
      </Card>
    </PrivacySection>
  );
}

function listKept({ counts, pictureBytes, email, retention, models }: Privacy): Kept[] {
  const { days } = retentions[retention];
  const training =
    days === null
      ? "Until you delete them"
      : days === 0
        ? "Until training ends; reference photos of Instant models as long as the model"
        : `Until ${days} days after training; reference photos of Instant models as long as the model`;
  const references = models.reduce(
    (sum, model) => sum + (model.kind === "instant" ? model.references : 0),
    0,
  );
  const photos =
    references > 0 ? `${say(counts.photos)}, ${references} of them references` : say(counts.photos);
  const size = pictureBytes > 0 ? `, ${formatBytes(pictureBytes)}` : "";
  return [
    {
      what: "Photos",
      count: photos,
      where: "UploadThing. Together AI reads them while it trains or makes a picture, and keeps none",
      until: training,
    },
    {
      what: "Trained weights",
      count: say(counts.weights),
      where: "UploadThing. The trainer's copy at Together AI is deleted once we have ours",
      until: "Until you delete the model",
    },
    {
      what: "Pictures",
      count: `${say(counts.pictures)}${size}`,
      where: "UploadThing",
      until: "Until you delete them",
    },
    {
      what: "Prompts",
      count: say(counts.prompts),
      where: "Neon, our database. Together AI reads each one to make its pictures",
      until: "Until you delete your account",
    },
    {
      what: "Consents",
      count: say(counts.consents),
      where: "Neon: the words, the time, and a hash of the address",
      until: "Until you delete the model",
    },
    {
      what: "Credits that came and went",
      count: `${say(counts.ledger)} ${counts.ledger === 1 ? "line" : "lines"}`,
      where: "Neon",
      until: "Until you delete your account",
    },
    {
      what: "Invoices",
      count: say(counts.invoices),
      where: "Neon, and Lemon Squeezy, who sells the plans and takes the payment",
      until: `${invoiceYears} years, as the law wants; after you leave without your name`,
    },
    {
      what: "Your account",
      count: email ?? "1",
      where: "Clerk keeps your e-mail address and password; Neon your address",
      until: "Until you delete your account",
    },
  ];
}

function say(count: number): string {
  return count.toLocaleString("en");
}

function formatBytes(bytes: number): string {
  const megabytes = bytes / 1_000_000;
  return megabytes < 1000
    ? `${Math.max(1, Math.round(megabytes))} MB`
    : `${(megabytes / 1000).toFixed(1)} GB`;
}
