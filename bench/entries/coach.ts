import { basename, join } from "node:path";

import type { PhotoMeasures } from "~/catalog/photo-measures";
import type { PhotoWarning } from "~/catalog/photo-rules";
import { findAlike } from "~/pixels/find-alike";
import { judgePhoto } from "~/pixels/judge-photo";

import { findPhotographs } from "../coach/find-photographs";
import { lookInChromium } from "../coach/look-in-chromium";
import { makeSet } from "../coach/make-set";
import type { LabelledPhoto } from "../coach/make-set";
import { alone, percentile } from "../measurement";
import type { Entry, Measurements } from "../measurement";
import { root } from "../preview-set";

const WORKERS = 2;
const PHOTOS_OF_A_SET = 20;

/** What is printed for each label of the set. */
const checks = {
  blur: "blurred",
  dark: "dark",
  bright: "bright",
  small: "small",
  aspect: "narrow",
  screenshot: "screenshot",
  collage: "collage",
  duplicate: "alike",
} as const satisfies Record<string, PhotoWarning>;

type Judged = LabelledPhoto & { measures: PhotoMeasures; warnings: PhotoWarning[] };

/**
 * How well the coach judges photos with known defects, in Chromium, and how long it takes. Thresholds are chosen on one half
 * of the sources; the other half is reported. The set is made anew each time, out of Debian's photographs and our portraits.
 */
export const coach: Entry = {
  name: "coach",
  needs: "nothing",
  measure: async () => {
    const folder = join(root, ".likeness", "coach");
    const set = await makeSet(await findPhotographs(folder), join(folder, "set"));
    const { looks, totalMs } = await lookInChromium(
      set.map(({ path }) => path),
      WORKERS,
    );
    const judged = set.flatMap((photo, at): Judged[] => {
      const seen = looks[at]?.seen;
      if (!seen || "error" in seen) throw new Error(`${photo.path}: ${seen?.error ?? "was not looked at"}`);
      return [{ ...photo, measures: seen.measures, warnings: judgePhoto(seen.measures) }];
    });
    const ofHalf = (name: LabelledPhoto["half"]) => judged.filter((photo) => photo.half === name);
    const [tuned, reported] = [ofHalf("tune"), ofHalf("report")];
    console.error(`${set.length} photos; thresholds chosen on ${tuned.length}, ${reported.length} reported`);
    console.error(`the half they were chosen on: ${JSON.stringify(judgeHalf(tuned))}`);

    const results: Measurements = {};
    for (const [name, share] of Object.entries(judgeHalf(reported))) {
      results[`coach.${name}`] = alone(share, "of 1");
    }
    const times = looks.map(({ ms }) => ms);
    results["coach-time.median"] = alone(percentile(times, 0.5), "ms");
    results["coach-time.p95"] = alone(percentile(times, 0.95), "ms");
    results["coach-time.set-of-20"] = alone((totalMs / set.length) * PHOTOS_OF_A_SET, "ms");
    return results;
  },
};

/** Recall and precision of each check, by name; what was missed and what was a false alarm goes to stderr. */
function judgeHalf(photos: readonly Judged[]): Record<string, number> {
  const shares: Record<string, number> = {};
  for (const [name, warning] of Object.entries(checks)) {
    const verdicts = warning === "alike" ? findCopies(photos) : findWarned(photos, warning);
    for (const { photo, isWarned } of verdicts) {
      if (isWarned === (photo.label === warning)) continue;
      console.error(`${name}: ${isWarned ? "false alarm" : "missed"}: ${photo.half}/${basename(photo.path)}`);
    }
    const right = verdicts.filter(({ photo, isWarned }) => isWarned && photo.label === warning).length;
    shares[`${name}.recall`] = right / photos.filter(({ label }) => label === warning).length;
    shares[`${name}.precision`] = right / verdicts.filter(({ isWarned }) => isWarned).length;
  }
  return shares;
}

interface Verdict {
  photo: Judged;
  isWarned: boolean;
}

function findWarned(photos: readonly Judged[], warning: PhotoWarning): Verdict[] {
  return photos.map((photo) => ({ photo, isWarned: photo.warnings.includes(warning) }));
}

/** Photos with another defect are of the same sources, and rightly alike: only good ones and copies are asked about. */
function findCopies(photos: readonly Judged[]): Verdict[] {
  const asked = photos
    .filter(({ label }) => label === null || label === "alike")
    .toSorted((a, b) => Number(a.label === "alike") - Number(b.label === "alike"));
  const alike = findAlike(asked.map(({ measures }) => measures.hashes));
  return asked.map((photo, at) => ({ photo, isWarned: alike[at] !== null }));
}
