import { Check } from "lucide-react";
import type { ReactNode } from "react";

import { LandingPicture } from "./landing-picture";
import { photoNames } from "./photo-names";
import { Section } from "./section";

/** The three steps, each with a glimpse of its screen. */
export function HowItWorks() {
  return (
    <Section id="how" title="Three steps, and you are in the picture">
      <ol className="grid gap-10 md:grid-cols-3 md:gap-6 lg:gap-8">
        <Step number={1} title="Choose your photos" glimpse={<PhotosGlimpse />}>
          Drag in 10 to 20, or pick them on your phone. Each is checked as you choose it, and you are told
          what to fix.
        </Step>
        <Step number={2} title="Get a model of your own" glimpse={<TrainingGlimpse />}>
          An Instant model is ready in seconds. A Fine-tuned one learns from your photos while you watch, step
          by step, or close the tab and come back.
        </Step>
        <Step number={3} title="Say what you want to see" glimpse={<PictureGlimpse />}>
          Choose a style and a shape, and know the price before you press. Pictures appear one by one, as each
          is made.
        </Step>
      </ol>
    </Section>
  );
}

function Step({
  number,
  title,
  glimpse,
  children,
}: {
  number: number;
  title: string;
  glimpse: ReactNode;
  children: ReactNode;
}) {
  return (
    <li className="grid content-start gap-5">
      <div aria-hidden className="relative h-72 overflow-hidden rounded-2xl border bg-muted p-5">
        {glimpse}
      </div>
      <div className="grid gap-2">
        <h3 className="flex items-baseline gap-2.5 text-heading font-semibold">
          <span className="font-serif text-2xl leading-none font-normal text-primary tabular-nums">
            {number}
          </span>
          {title}
        </h3>
        <p className="text-muted-foreground">{children}</p>
      </div>
    </li>
  );
}

function PhotosGlimpse() {
  return (
    <div className="grid grid-cols-4 gap-2">
      {photoNames.map((name) => (
        <LandingPicture key={name} name={name} alt="" className="rounded-md">
          <span className="absolute right-1 bottom-1 grid size-4 place-items-center rounded-full bg-primary text-primary-foreground">
            <Check className="size-3 stroke-3" />
          </span>
        </LandingPicture>
      ))}
    </div>
  );
}

const trainingSteps = [
  { name: "Preparing your photos", state: "done" },
  { name: "Packing them", state: "done" },
  { name: "Training", state: "current" },
  { name: "Saving your model", state: "waiting" },
] as const;

function TrainingGlimpse() {
  return (
    <div className="absolute inset-x-5 top-1/2 grid -translate-y-1/2 gap-4 rounded-xl border bg-card p-5 shadow-lift">
      <p className="flex items-center justify-between text-sm font-medium">
        Training
        <span className="font-normal text-muted-foreground tabular-nums">62%</span>
      </p>
      <span className="block h-2 overflow-hidden rounded-full bg-secondary">
        <span className="block h-full w-[62%] rounded-full bg-primary" />
      </span>
      <ul className="grid gap-2 text-sm">
        {trainingSteps.map(({ name, state }) => (
          <li key={name} className={state === "current" ? "flex gap-2" : "flex gap-2 text-muted-foreground"}>
            <span className="grid size-5 place-items-center">
              {state === "done" && <Check className="size-4 text-primary" />}
              {state === "current" && <span className="size-2 rounded-full bg-primary" />}
              {state === "waiting" && <span className="size-2 rounded-full bg-border" />}
            </span>
            {name}
          </li>
        ))}
      </ul>
    </div>
  );
}

function PictureGlimpse() {
  return (
    <>
      <LandingPicture name="picture-fantasy" alt="" aspect="auto" className="absolute inset-0 rounded-none" />
      <div className="absolute inset-x-5 bottom-5 flex items-center justify-between gap-3 rounded-lg border bg-card py-2 pr-2 pl-3.5 text-sm shadow-lift">
        <span className="truncate">among the stars</span>
        <span className="shrink-0 rounded-md bg-primary px-3 py-1.5 text-xs font-medium text-primary-foreground">
          Generate · 1 credit
        </span>
      </div>
    </>
  );
}
