import { Chapter, Specimen } from "./specimen";

const type = [
  ["text-display font-serif", "Display, for the landing page alone"],
  ["text-title font-serif", "Title, one a page"],
  ["text-heading font-semibold", "Heading, within a page"],
  ["text-lead", "Lead, the sentence under a title"],
  ["text-base", "Body, what is read"],
  ["text-sm text-muted-foreground", "Small, hints and facts"],
  ["text-xs text-muted-foreground", "Smallest, small print"],
] as const;

const colours = [
  ["bg-background", "background"],
  ["bg-card", "card"],
  ["bg-secondary", "secondary"],
  ["bg-muted", "muted"],
  ["bg-accent", "accent"],
  ["bg-primary", "primary"],
  ["bg-danger", "danger"],
  ["bg-danger-soft", "danger-soft"],
  ["bg-warning-soft", "warning-soft"],
  ["bg-success-soft", "success-soft"],
  ["bg-foreground", "foreground"],
] as const;

const spaces = ["w-2", "w-4", "w-6", "w-8", "w-10", "w-14"] as const;
const corners = ["rounded-sm", "rounded-md", "rounded-lg", "rounded-xl", "rounded-2xl"] as const;

/** What every piece is made of: type, colour, space, corners, depth, motion. All of it is in globals.css. */
export function Foundations() {
  return (
    <Chapter title="Foundations">
      <div className="grid gap-4">
        {type.map(([classes, words]) => (
          <p key={classes} className={classes}>
            {words}
          </p>
        ))}
      </div>
      <Specimen name="Colour, for light and dark">
        {colours.map(([classes, name]) => (
          <div key={name} className="grid gap-1 text-xs text-muted-foreground">
            <div className={`size-16 rounded-xl border ${classes}`} />
            {name}
          </div>
        ))}
      </Specimen>
      <Specimen name="Space: 8, 16, 24, 32, 40, 56 px">
        {spaces.map((width) => (
          <div key={width} className={`h-4 rounded-sm bg-accent ${width}`} />
        ))}
      </Specimen>
      <Specimen name="Corners and depth">
        {corners.map((corner) => (
          <div key={corner} className={`size-16 border bg-card ${corner}`} />
        ))}
        <div className="size-16 rounded-xl bg-card shadow-xs" />
        <div className="size-16 rounded-xl bg-card shadow-lift" />
        <div className="size-16 rounded-xl bg-card shadow-float" />
      </Specimen>
      <Specimen name="Motion: soft, short, and a slow fade for who asks for less">
        <div className="h-2 w-40 overflow-hidden rounded-full bg-secondary">
          <div
            data-slot="progress-indicator"
            className="h-full w-12 animate-stripe rounded-full bg-primary"
          />
        </div>
        <div className="h-10 w-40 animate-shimmer rounded-lg bg-secondary" />
      </Specimen>
    </Chapter>
  );
}
