import type { Generated } from "kysely";

import type { CreatedAt, Json } from "./schema-columns";

/** A link by which anyone who has it may see one picture. At most one that is not revoked per picture. */
export interface ShareTable {
  id: string;
  userId: string;
  /** Null once the picture's row is gone; the link then says so. */
  pictureId: string | null;
  /** 144 random bits, base64url. Kept as it is, so that its owner can copy the link again. */
  token: string;
  showsPrompt: Generated<boolean>;
  revokedAt: Date | null;
  /** Set by an operator who takes it down: it cannot be shared again. */
  hiddenAt: Date | null;
  createdAt: CreatedAt;
}

/** A ZIP that may be downloaded for a while: which pictures go into it, newest first. */
export interface ZipTable {
  id: string;
  userId: string;
  pictureIds: Json<string[]>;
  createdAt: CreatedAt;
}
