import { DocumentLink } from "~/components/shell/document-link";
import { ForVisitor } from "~/components/shell/for-visitor";
import { Button } from "~/components/ui/button";

interface PriceLinkProps {
  name: string;
  isFree: boolean;
}

/** The way to a plan: an account first; the plan page for who has one. */
export function PriceLink(props: PriceLinkProps) {
  return (
    <ForVisitor
      guest={<LinkTo {...props} isSignedIn={false} />}
      member={<LinkTo {...props} isSignedIn={true} />}
    />
  );
}

function LinkTo({ name, isFree, isSignedIn }: PriceLinkProps & { isSignedIn: boolean }) {
  const words = isFree ? (isSignedIn ? "Open the studio" : "Start free") : `Choose ${name}`;
  const href = isSignedIn ? (isFree ? "/studio" : "/plan#plans") : "/sign-up";
  return (
    <Button asChild variant={isFree ? "primary" : "secondary"} className="mt-auto">
      <DocumentLink href={href}>{words}</DocumentLink>
    </Button>
  );
}
