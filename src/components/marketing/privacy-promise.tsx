import { EyeOff, KeyRound, MapPinOff, Send, Server, Trash2 } from "lucide-react";

import { Section } from "./section";

const promises = [
  {
    icon: EyeOff,
    title: "Private, always",
    text: "No public gallery. What you upload and what you make is for your eyes, until you share one picture yourself, by a link that you can take back.",
  },
  {
    icon: KeyRound,
    title: "Addresses that expire",
    text: "A file is handed only to its owner, through a signed address that stops working within 60 seconds.",
  },
  {
    icon: MapPinOff,
    title: "No trace of where you were",
    text: "Location, time and camera details are stripped from your photos before a model is made from them.",
  },
  {
    icon: Trash2,
    title: "Deleted means deleted",
    text: "Delete a picture, a model or everything: storage and every provider confirm it, and you get a signed receipt.",
  },
  {
    icon: Send,
    title: "One place they are sent",
    text: "Together AI runs the FLUX models. Your photos go there to make your model and your pictures, and for nothing else.",
  },
  {
    icon: Server,
    title: "Yours to run",
    text: "Likeness is open source. Run it yourself, with your own accounts, and nothing passes through anyone else.",
  },
];

/** What happens to a person's photos, in plain words. */
export function PrivacyPromise() {
  return (
    <Section
      id="privacy"
      title="It is your face. We treat it so."
      lead="You are asked for consent before anything is made, and only photos of you, or of someone who agreed, belong here."
    >
      <ul className="grid gap-x-10 gap-y-10 sm:grid-cols-2 lg:grid-cols-3">
        {promises.map(({ icon: Icon, title, text }) => (
          <li key={title} className="grid content-start gap-2 border-t pt-5">
            <h3 className="flex items-center gap-2.5 font-medium">
              <Icon aria-hidden className="size-4.5 text-primary" />
              {title}
            </h3>
            <p className="text-muted-foreground">{text}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
