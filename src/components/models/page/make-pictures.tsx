import { WandSparkles } from "lucide-react";
import Link from "next/link";

import { Button } from "~/components/ui/button";

/** Leads to the studio with the model chosen. */
export function MakePictures({ modelId }: { modelId: string }) {
  return (
    <Button asChild size="lg">
      <Link href={`/studio?model=${modelId}`}>
        <WandSparkles aria-hidden />
        Make pictures
      </Link>
    </Button>
  );
}
