import { setTimeout as sleep } from "node:timers/promises";
import type { Control } from "../control";
import { addressesOf } from "./context";
import type { Hook, Outcome } from "./deliver";
import { postHook, streamHook } from "./deliver";
import type { DevStream } from "./dev-stream";
import type { CallbackResult, FileRecord, Registration } from "./file-record";
import type { FileStore } from "./file-store";
import type { JsonFolder } from "../json-folder";
import { sign } from "./sign";
import { createWaiters } from "./waiters";

/** A fast PUT can overtake the registration, which a development server does not await. */
const REGISTRATION_WITHIN_MS = 5_000;

/** Tells the app of its uploads, and carries back what it answers. */
export interface Callbacks {
  /** Notes what the app says of a key; with `stream` when it wants its callbacks there. */
  register: (key: string, registration: Registration, stream?: DevStream) => void;
  /** Tells the app that a file is complete. Resolves with what the upload is answered with. */
  announce: (record: FileRecord) => Promise<CallbackResult>;
  /** Tells the app that an upload failed, without waiting. */
  announceFailure: (key: string, error: string) => void;
  /** Takes the app's `/callback-result`. */
  settle: (key: string, result: CallbackResult) => void;
  /** Takes up what a stopped process left undelivered. */
  resume: () => void;
}

interface Options {
  appId: string;
  apiKey: string;
  origin: () => string;
  files: FileStore;
  registrations: JsonFolder<Registration>;
  control: Control;
  log: (line: string) => void;
  /** Waits between attempts, in milliseconds; one attempt more than there are waits. */
  retryDelaysMs: number[];
  serverDataWithinMs: number;
  closing: AbortSignal;
}

/** Makes the callbacks of one app. A delivery is at least once: until the app accepted it, its record says "pending". */
export function createCallbacks(options: Options): Callbacks {
  const { apiKey, files, registrations, control, log, closing } = options;
  const streams = new Map<string, DevStream>();
  const arrivals = createWaiters<Registration>();
  const results = createWaiters<CallbackResult>();
  const underWay = new Set<string>();

  function signed(key: string, kind: Hook["kind"], body: object): Hook {
    const payload = JSON.stringify(body);
    return { key, kind, payload, signature: sign(payload, apiKey) };
  }

  function describe(record: FileRecord, registration: Registration): Hook {
    const { key, name, sizeBytes, type, customId, md5 } = record;
    const file = { name, size: sizeBytes, type, customId, key, ...addressesOf(options, key), fileHash: md5 };
    return signed(key, "callback", {
      status: "uploaded",
      metadata: registration.metadata,
      origin: options.origin(),
      file,
    });
  }

  async function send(
    hook: Hook,
    registration: Registration,
    withinMs = options.serverDataWithinMs,
  ): Promise<Outcome> {
    const stream = streams.get(hook.key);
    if (!stream) return postHook(hook, registration, closing);
    return streamHook(hook, stream, { results, withinMs, closing });
  }

  async function sendTwice(hook: Hook, registration: Registration): Promise<Outcome> {
    const outcome = await send(hook, registration);
    await send(hook, registration);
    return outcome;
  }

  async function attempt(hook: Hook, registration: Registration): Promise<Outcome> {
    const fault = control.take("callback");
    switch (fault?.kind) {
      case "status":
        return fault.status >= 500 ? "failed" : "refused";
      case "drop":
        return "accepted";
      case "hang":
        await new Promise((resolve) => {
          closing.addEventListener("abort", resolve);
        });
        return "failed";
      case "garbage":
        await send(
          { ...hook, payload: '{"status":"uploa', signature: sign("garbage", apiKey) },
          registration,
          0,
        );
        return "failed";
      case "duplicate":
        return sendTwice(hook, registration);
      case "delay":
        await sleep(fault.ms, undefined, { signal: closing });
        return send(hook, registration);
      default:
        return send(hook, registration);
    }
  }

  /** Tries until the app has taken or refused it; `isWanted` is asked before each attempt. */
  async function deliver(
    hook: Hook,
    registration: Registration,
    isWanted: () => boolean,
  ): Promise<Outcome | "unwanted"> {
    for (const delayMs of [0, ...options.retryDelaysMs]) {
      await sleep(delayMs, undefined, { signal: closing });
      if (!isWanted()) return "unwanted";
      const outcome = await attempt(hook, registration);
      log(`${hook.kind} of ${hook.key} ${outcome}`);
      if (outcome !== "failed") return outcome;
    }
    return "failed";
  }

  async function deliverCompletion(record: FileRecord, registration: Registration): Promise<void> {
    const { key } = record;
    if (underWay.has(key)) return;
    underWay.add(key);
    try {
      const isPending = () => files.find(key)?.callback === "pending";
      const outcome = await deliver(describe(record, registration), registration, isPending);
      if (outcome === "accepted" && isPending()) mark(key, "delivered");
      if (outcome === "refused" && isPending()) mark(key, "refused");
      if (outcome === "refused" || outcome === "failed") {
        results.bring(key, { error: `The callback to ${registration.callbackUrl} ${outcome}` });
      }
    } catch (error) {
      if (!closing.aborted) throw error;
    } finally {
      underWay.delete(key);
    }
  }

  function mark(key: string, callback: "delivered" | "refused", result?: CallbackResult): void {
    registrations.delete(key);
    const record = files.find(key);
    if (record?.status === "Uploaded") files.save({ ...record, callback, result: result ?? record.result });
  }

  return {
    register: (key, registration, stream) => {
      if (stream) {
        streams.set(key, stream);
        void stream.closed.then(() => streams.get(key) === stream && streams.delete(key));
      }
      registrations.set(key, registration);
      arrivals.bring(key, registration);
      const record = files.find(key);
      if (record?.callback === "pending") void deliverCompletion(record, registration);
    },

    announce: async (record) => {
      const { key } = record;
      const registration =
        registrations.get(key) ?? (await arrivals.wait(key, REGISTRATION_WITHIN_MS, closing));
      if (!registration) {
        log(`nobody registered ${key}: no callback`);
        return { serverData: null };
      }
      const result = results.wait(key, options.serverDataWithinMs, closing);
      void deliverCompletion(record, registration);
      if (!registration.awaitServerData) return { serverData: null };
      return (await result) ?? { serverData: null };
    },

    announceFailure: (key, error) => {
      const registration = registrations.get(key);
      if (!registration) return;
      const hook = signed(key, "error", { fileKey: key, error });
      deliver(hook, registration, () => true)
        .then(() => {
          registrations.delete(key);
          streams.get(key)?.finish(key);
        })
        .catch((reason: unknown) => {
          if (!closing.aborted) log(`error hook of ${key}: ${String(reason)}`);
        });
    },

    settle: (key, result) => {
      results.bring(key, result);
      mark(key, "error" in result ? "refused" : "delivered", result);
      streams.get(key)?.finish(key);
    },

    resume: () => {
      for (const record of files.list()) {
        const registration = registrations.get(record.key);
        if (record.callback === "pending" && registration) void deliverCompletion(record, registration);
      }
    },
  };
}
