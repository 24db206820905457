import { DocumentLink } from "../shell/document-link";
import { ForVisitor } from "../shell/for-visitor";
import { Button } from "../ui/button";

/** The way in, at the end of the header: sign in or start; the studio for who is signed in already. */
export function EntryLinks() {
  return (
    <ForVisitor
      guest={
        <>
          <Button asChild variant="ghost" className="max-sm:px-3">
            <DocumentLink href="/sign-in">Sign in</DocumentLink>
          </Button>
          <Button asChild className="max-sm:hidden">
            <DocumentLink href="/sign-up">Start free</DocumentLink>
          </Button>
        </>
      }
      member={
        <Button asChild>
          <DocumentLink href="/studio">Open the studio</DocumentLink>
        </Button>
      }
    />
  );
}
