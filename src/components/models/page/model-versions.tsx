import type { ShownModel } from "../model-types";
import { VersionCard } from "./version-card";

/** The trained versions of a model side by side, newest first. */
export function ModelVersions({ model }: { model: ShownModel }) {
  const { versions } = model;
  if (versions.length === 0) return null;
  return (
    <section aria-labelledby="model-versions" className="grid gap-4">
      <div className="grid gap-1">
        <h2 id="model-versions" className="text-heading font-semibold">
          Versions
        </h2>
        <p className="text-sm text-muted-foreground">
          {versions.length === 1
            ? "Change the photos and train again for another one to compare."
            : "The one in use makes your pictures. Pictures remember the version that made them."}
        </p>
      </div>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {versions.map((version) => (
          <VersionCard key={version.id} model={model} version={version} />
        ))}
      </ul>
    </section>
  );
}
