import { serve } from "inngest/next";

import { inngest } from "~/inngest/client";
import { deleteFiles } from "~/inngest/functions/delete-files";
import { dropTrainingJobFunction } from "~/inngest/functions/drop-training-job";
import { erase } from "~/inngest/functions/erase";
import { generatePictures } from "~/inngest/functions/generate-pictures";
import { keepNightly } from "~/inngest/functions/keep-nightly";
import { preparePhotoFunction } from "~/inngest/functions/prepare-photo";
import { purgePictures } from "~/inngest/functions/purge-pictures";
import { reconcileBilling } from "~/inngest/functions/reconcile-billing";
import { sweepStalled } from "~/inngest/functions/sweep-stalled";
import { trainModel } from "~/inngest/functions/train-model";

const functions = [
  preparePhotoFunction,
  trainModel,
  dropTrainingJobFunction,
  generatePictures,
  deleteFiles,
  purgePictures,
  sweepStalled,
  reconcileBilling,
  erase,
  keepNightly,
];

export const { GET, POST, PUT } = serve({ client: inngest, functions });
