import type { PhotoType } from "~/catalog/photo-rules";
import type { LookAnswer, LookRequest, SeenPhoto } from "~/coach/seen-photo";

/** A phone's largest photo takes a second or two; past this the photo goes on its way without advice. */
const PATIENCE_MS = 20_000;
/** The workers, and what they have loaded, go when nobody chose a photo for so long. */
const IDLE_MS = 30_000;
/** More do not help: decoding is bound by memory. */
const MAX_WORKERS = 2;

interface CoachWorker {
  worker: Worker;
  waiting: Map<number, (seen: SeenPhoto | null) => void>;
}

let workers: CoachWorker[] = [];
let lastId = 0;
let idleTimer: ReturnType<typeof setTimeout> | undefined;

/**
 * Has a chosen photo looked at on this device, in a worker that is loaded with the first photo. It talks to nobody.
 *
 * @returns null when this browser has no such worker, cannot decode the photo or takes too long: the server looks then.
 */
export async function askCoach(file: Blob, type: PhotoType): Promise<SeenPhoto | null> {
  clearTimeout(idleTimer);
  const coach = hire();
  if (!coach) return null;
  const id = (lastId += 1);

  const seen = await new Promise<SeenPhoto | null>((resolve) => {
    const timer = setTimeout(
      () => {
        // It may hang in this photo for good: those behind it go on without advice too.
        dismiss(coach);
      },
      PATIENCE_MS * (coach.waiting.size + 1),
    );
    coach.waiting.set(id, (answer) => {
      clearTimeout(timer);
      coach.waiting.delete(id);
      resolve(answer);
    });
    const request: LookRequest = { id, file, type };
    coach.worker.postMessage(request);
  });

  if (workers.every(({ waiting }) => waiting.size === 0)) {
    idleTimer = setTimeout(() => {
      for (const idle of workers) dismiss(idle);
    }, IDLE_MS);
  }
  return seen;
}

/** The least busy worker, or a new one while there is a core for it. */
function hire(): CoachWorker | undefined {
  if (typeof Worker === "undefined" || typeof OffscreenCanvas === "undefined") return undefined;
  const free = workers.toSorted((a, b) => a.waiting.size - b.waiting.size)[0];
  if (free && (free.waiting.size === 0 || workers.length >= countUseful())) return free;

  const worker = new Worker(new URL("../../coach/worker.ts", import.meta.url), { type: "module" });
  const coach: CoachWorker = { worker, waiting: new Map() };
  worker.addEventListener("message", ({ data: { id, seen } }: MessageEvent<LookAnswer>) => {
    coach.waiting.get(id)?.(seen);
  });
  worker.addEventListener("error", () => {
    dismiss(coach);
  });
  workers.push(coach);
  return coach;
}

function dismiss(coach: CoachWorker): void {
  workers = workers.filter((other) => other !== coach);
  coach.worker.terminate();
  for (const answer of [...coach.waiting.values()]) answer(null);
}

function countUseful(): number {
  return Math.min(MAX_WORKERS, Math.max(1, navigator.hardwareConcurrency));
}
