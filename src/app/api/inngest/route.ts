import { serve } from "inngest/next";
import type { NextRequest } from "next/server";

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
import { noteRefusal } from "~/log/note-refusal";
import { readRequestId } from "~/server/request-id";

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

const door = serve({ client: inngest, functions });

export const { GET } = door;
export const POST = noting(door.POST);
export const PUT = noting(door.PUT);

/** The SDK checks the signature, and says 401 to whoever has none. */
function noting(answer: typeof door.POST): typeof door.POST {
  return async (request: NextRequest, context: unknown) => {
    const response = await answer(request, context);
    if (response.status === 401) noteRefusal("signature", readRequestId(request.headers));
    return response;
  };
}
