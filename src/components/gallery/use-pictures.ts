"use client";

import { toast } from "~/components/ui/toast";
import { trpc } from "~/trpc/react";
import type { ApiOutputs } from "~/trpc/react";

export type GalleryPicture = ApiOutputs["pictures"]["list"]["pictures"][number];

/** The gallery, page after page, newest first. */
export function usePictures() {
  const query = trpc.pictures.list.useInfiniteQuery({}, { getNextPageParam: (page) => page.nextCursor });
  return { ...query, pictures: query.data?.pages.flatMap((page) => page.pictures) };
}

/** Deletes a picture: it leaves the screen at once and comes back, with a reason, when it could not be deleted. */
export function useDeletePicture() {
  const api = trpc.useUtils();
  return trpc.pictures.delete.useMutation({
    onMutate: async ({ pictureId }) => {
      await api.pictures.list.cancel();
      const before = api.pictures.list.getInfiniteData({});
      api.pictures.list.setInfiniteData({}, (data) => data && without(data, pictureId));
      return { before };
    },
    onSuccess: () => {
      toast.success("Picture deleted");
      // A page of the gallery that was asked for before the deletion may have come after it.
      void api.pictures.list.invalidate();
      void api.generations.recent.invalidate();
    },
    onError: (error, _, context) => {
      if (context?.before) api.pictures.list.setInfiniteData({}, context.before);
      const description = error.data
        ? error.message
        : "We could not be reached. Check your connection and try again.";
      toast.error("The picture is still there", { description });
    },
  });
}

function without<Data extends { pages: { pictures: GalleryPicture[] }[] }>(
  data: Data,
  pictureId: string,
): Data {
  const pages = data.pages.map((page) => ({
    ...page,
    pictures: page.pictures.filter((picture) => picture.id !== pictureId),
  }));
  return { ...data, pages };
}
