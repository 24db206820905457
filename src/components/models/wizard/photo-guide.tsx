"use client";

import { Check, ChevronDown, X } from "lucide-react";
import { useState } from "react";
import type { ReactNode } from "react";

import type { SubjectId } from "~/catalog/subjects";

const people = {
  good: [
    "One person, and the same one in each",
    "Face sharp and close: mostly head and shoulders, some from the waist up, one or two full length",
    "Different days, places, clothes and hair",
    "Different angles and expressions: front, both sides, smiling, serious",
    "Even light on the face; daylight is best",
  ],
  bad: [
    "Sunglasses, masks, hats or hands over the face",
    "Other people, also in the background",
    "Filters, face edits and heavy make-up",
    "Dark, blurred or far-away shots, screenshots",
    "Many shots of one moment: they teach one look",
  ],
};

const pets = {
  good: [
    "One animal, and the same one in each",
    "Head sharp and close in most, the whole body in some",
    "Different places and poses: sitting, standing, lying",
    "Different angles: front, both sides, from above",
    "Even light that shows the colour of the coat",
  ],
  bad: [
    "Other animals or people in the picture",
    "Costumes, cones, and toys over the face",
    "Filters and edited colours",
    "Dark, blurred or far-away shots, screenshots",
    "Many shots of one moment: they teach one look",
  ],
};

interface PhotoGuideProps {
  subject: SubjectId;
  /** False for someone who has chosen photos before: then it is out of the way, a press away. */
  startsOpen: boolean;
}

/** What makes good photos, in a few lines. */
export function PhotoGuide({ subject, startsOpen }: PhotoGuideProps) {
  const { good, bad } = subject === "pet" ? pets : people;
  const [isOpen, setOpen] = useState(startsOpen);
  return (
    <details
      open={isOpen}
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
      }}
      className="group rounded-2xl border bg-card"
    >
      <summary className="flex min-h-12 list-none items-center justify-between gap-4 rounded-2xl px-4 py-3 font-medium focus-ring sm:px-5 [&::-webkit-details-marker]:hidden">
        What makes good photos
        <ChevronDown
          aria-hidden
          className="size-4.5 text-muted-foreground transition-transform group-open:rotate-180"
        />
      </summary>
      <div className="grid gap-5 px-4 pb-4 sm:grid-cols-2 sm:gap-8 sm:px-5 sm:pb-5">
        <Advice title="Choose" icon={<Check className="text-success" />} lines={good} />
        <Advice title="Leave out" icon={<X className="text-danger" />} lines={bad} />
      </div>
    </details>
  );
}

function Advice({ title, icon, lines }: { title: string; icon: ReactNode; lines: string[] }) {
  return (
    <div className="grid content-start gap-2">
      <h3 className="text-sm font-medium text-muted-foreground">{title}</h3>
      <ul className="grid gap-1.5 text-sm">
        {lines.map((line) => (
          <li key={line} className="flex gap-2.5">
            <span aria-hidden className="mt-0.5 shrink-0 [&_svg]:size-4">
              {icon}
            </span>
            {line}
          </li>
        ))}
      </ul>
    </div>
  );
}
