import { serve } from "inngest/next";

import { inngest } from "~/inngest/client";
import { deleteFiles } from "~/inngest/functions/delete-files";
import { dropTrainingJob } from "~/inngest/functions/drop-training-job";
import { generatePictures } from "~/inngest/functions/generate-pictures";
import { preparePhotoFunction } from "~/inngest/functions/prepare-photo";
import { purgePictures } from "~/inngest/functions/purge-pictures";
import { reconcileBilling } from "~/inngest/functions/reconcile-billing";
import { sweepStalled } from "~/inngest/functions/sweep-stalled";
import { trainModel } from "~/inngest/functions/train-model";

const functions = [
  preparePhotoFunction,
  trainModel,
  dropTrainingJob,
  generatePictures,
  deleteFiles,
  purgePictures,
  sweepStalled,
  reconcileBilling,
];

export const { GET, POST, PUT } = serve({ client: inngest, functions });
