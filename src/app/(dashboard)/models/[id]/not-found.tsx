import { ModelNotFound } from "~/components/models/model-not-found";
import { Arrival } from "~/trpc/arrival";

export default function NotFound() {
  return (
    <>
      <ModelNotFound />
      <Arrival />
    </>
  );
}
