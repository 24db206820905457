import { ArrowRight, Download } from "lucide-react";

import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { Card, CardContent, CardDescription, CardFooter, CardHeader, CardTitle } from "~/components/ui/card";
import { Kbd } from "~/components/ui/kbd";
import { PictureFrame } from "~/components/ui/picture-frame";
import { Separator } from "~/components/ui/separator";
import { Spinner } from "~/components/ui/spinner";

import { Chapter, Specimen } from "./specimen";

const voices = ["primary", "secondary", "ghost", "danger", "link"] as const;
const tones = ["neutral", "accent", "success", "warning", "danger", "outline"] as const;

/** Buttons, badges, cards, pictures. */
export function ControlPieces() {
  return (
    <Chapter title="Pieces">
      {voices.map((voice) => (
        <Specimen key={voice} name={`Button, ${voice}`}>
          <Button variant={voice}>At rest</Button>
          <Button variant={voice} disabled>
            Disabled
          </Button>
          <Button variant={voice} pending>
            Pending
          </Button>
          <Button variant={voice} size="sm">
            Small
          </Button>
          <Button variant={voice} size="lg">
            Large <ArrowRight aria-hidden />
          </Button>
          <Button variant={voice} size="icon" aria-label={`Download, ${voice}`}>
            <Download aria-hidden />
          </Button>
        </Specimen>
      ))}
      <Specimen name="Badge">
        {tones.map((tone) => (
          <Badge key={tone} tone={tone}>
            {tone}
          </Badge>
        ))}
      </Specimen>
      <Specimen name="Card, key, line, spinner">
        <Card className="w-72">
          <CardHeader>
            <CardTitle>A card</CardTitle>
            <CardDescription>A sheet of paper on the desk.</CardDescription>
          </CardHeader>
          <CardContent>
            Press <Kbd>?</Kbd> for help.
            <Separator className="my-4" />
            <Spinner label="Waiting" />
          </CardContent>
          <CardFooter>
            <Button size="sm">Do it</Button>
          </CardFooter>
        </Card>
      </Specimen>
      <Specimen name="Picture: shown, on its way, broken, refused">
        <div className="grid w-full grid-cols-2 gap-3 sm:grid-cols-4">
          <PictureFrame src="/landing/picture-cinematic.webp" alt="A film still" aspect="4 / 5" />
          <PictureFrame alt="On its way" aspect="4 / 5" placeholder={<Spinner label="Being made" />} />
          <PictureFrame src="/nowhere.webp" alt="Lost" aspect="4 / 5" />
          <PictureFrame alt="Refused" aspect="4 / 5" failed="Refused. Your credit is back." />
        </div>
      </Specimen>
    </Chapter>
  );
}
