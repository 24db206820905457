import { Layers, Zap } from "lucide-react";
import type { ReactNode } from "react";

import { trainingRecipe } from "~/catalog/training-recipe";

import { Card } from "../ui/card";
import { Section } from "./section";

const thousands = new Intl.NumberFormat("en-US");
const stepRange = `${thousands.format(trainingRecipe.minSteps)} to ${thousands.format(trainingRecipe.maxSteps)}`;

/** The two kinds of model, told apart honestly. */
export function ModelKinds() {
  return (
    <Section
      id="models"
      title="Two kinds of model, and what each really is"
      lead="Both are yours alone. They differ in how they know your face."
    >
      <div className="grid gap-4 md:grid-cols-2 lg:gap-6">
        <Kind
          icon={<Zap aria-hidden />}
          name="Instant"
          what="Your best photos, at most eight of them, are chosen for quality and variety and go along with each request. FLUX.2 looks at them while it paints. Nothing is trained."
          facts={[
            ["Ready", "In seconds"],
            ["Good for", "Trying an idea, quick portraits"],
            ["Comes with", "Every plan, Free too"],
          ]}
        />
        <Kind
          icon={<Layers aria-hidden />}
          name="Fine-tuned"
          what={`A small set of weights (a LoRA for FLUX.2 dev) is trained on your photos, ${stepRange} steps of it. The model has learned your face, and keeps it in scenes your photos never showed.`}
          facts={[
            ["Ready", "When it has trained; you see the step and the time left"],
            ["Good for", "Many pictures, poses and styles far from your photos"],
            ["Comes with", "Creator and larger plans"],
          ]}
        />
      </div>
      <p className="mt-6 max-w-prose text-sm text-muted-foreground">
        A training that fails or that you cancel is not counted, and you are told why it ended.
      </p>
    </Section>
  );
}

interface KindProps {
  icon: ReactNode;
  name: string;
  what: string;
  facts: readonly (readonly [string, string])[];
}

function Kind({ icon, name, what, facts }: KindProps) {
  return (
    <Card className="flex flex-col gap-6 p-6 sm:p-8">
      <div className="grid gap-4">
        <span className="grid size-11 place-items-center rounded-xl bg-accent text-accent-foreground [&_svg]:size-5">
          {icon}
        </span>
        <h3 className="font-serif text-3xl">{name}</h3>
        <p>{what}</p>
      </div>
      <dl className="mt-auto grid border-t text-sm">
        {facts.map(([term, fact]) => (
          <div
            key={term}
            className="grid grid-cols-[6.5rem_1fr] gap-3 border-b py-3 last:border-b-0 last:pb-0"
          >
            <dt className="text-muted-foreground">{term}</dt>
            <dd>{fact}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
