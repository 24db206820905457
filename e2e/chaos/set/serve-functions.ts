import http from "node:http";

import { neonConfig } from "@neondatabase/serverless";
import { serve } from "inngest/node";
import ws from "ws";

import { inngest } from "~/inngest/client";
import { deleteFiles } from "~/inngest/functions/delete-files";
import { dropTrainingJobFunction } from "~/inngest/functions/drop-training-job";
import { erase } from "~/inngest/functions/erase";
import { generatePictures } from "~/inngest/functions/generate-pictures";
import { keepNightly } from "~/inngest/functions/keep-nightly";
import { preparePhotoFunction } from "~/inngest/functions/prepare-photo";
import { purgePictures } from "~/inngest/functions/purge-pictures";
import { sweepStalled } from "~/inngest/functions/sweep-stalled";
import { trainModel } from "~/inngest/functions/train-model";

neonConfig.webSocketConstructor = ws;

/** Waits of ten seconds and more, such as for a picture that hangs, are sixty times as short. */
const LONG_MS = 10_000;
const SHORTER = 60;
const setTimer = globalThis.setTimeout;
// Only what waits is replaced: what Node's own type has beside that is not used.
globalThis.setTimeout = ((work: () => void, ms = 0, ...args: []) =>
  setTimer(work, ms >= LONG_MS ? ms / SHORTER : ms, ...args)) as typeof setTimeout;

/** The product's functions in a process of their own, without pages: what a run of thousands of pictures needs of the app. */
const functions = [
  ...[deleteFiles, dropTrainingJobFunction, erase, generatePictures, keepNightly],
  ...[preparePhotoFunction, purgePictures, sweepStalled, trainModel],
];
const { hostname, port } = new URL(process.env["LOCAL_INNGEST_APP_URL"] ?? "");
http
  .createServer(serve({ client: inngest, functions, servePath: "/api/inngest" }))
  .listen(Number(port), hostname);
