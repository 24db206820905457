import type { World } from "../set/world";

/** One thing that a person does, with all that follows from it. */
export interface Stage {
  /** Presses the button. Pressed again until the product has answered, as a person would. */
  press: () => Promise<unknown>;
  /** Waits for what follows without a function of ours, and lets time pass for it when it does not come. */
  follow?: () => Promise<void>;
  /** Once everything is over: what came of it, and what of it breaks a rule of this journey alone. */
  tell: () => Promise<{ outcome: string; problems: string[] }>;
}

export interface Journey {
  name: string;
  /** Makes all that has to be there before, with nothing under way. */
  prepare: (world: World) => Promise<Stage>;
}
