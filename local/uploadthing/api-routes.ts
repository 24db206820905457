import { Hono } from "hono";
import * as z from "zod";
import type { Context, Env } from "./context";
import { addressesOf } from "./context";
import type { FileRecord } from "./file-record";
import { Acl } from "./file-record";
import { faultsOn } from "./misbehave";
import { signUrl } from "./sign";
import { wantApiKey, wantJson } from "./want";

const Which = z.union([z.object({ fileKey: z.string() }), z.object({ customId: z.string() })]);
const WhichMany = z.union([
  z.object({ fileKeys: z.array(z.string()) }),
  z.object({ customIds: z.array(z.string()) }),
]);

const ListFiles = z.object({
  limit: z.number().int().positive().default(500),
  offset: z.number().int().nonnegative().default(0),
});
const RenameFiles = z.object({ updates: z.array(Which.and(z.object({ newName: z.string().min(1) }))) });
const UpdateAcl = z.object({ updates: z.array(Which.and(z.object({ acl: Acl }))) });
/** SDK: at most seven days; five minutes when left out, as its `generateSignedURL` has it. */
const FileAccess = Which.and(z.object({ expiresIn: z.number().positive().max(604_800).default(300) }));

/** UploadThing's docs, "Free plan 2 GB", read 2026-11-22. */
const LIMIT_BYTES = 2 * 1024 ** 3;

/** The REST API that `UTApi` calls. Files are shared by every caller that holds the app's key. */
export function apiRoutes(context: Context): Hono<Env> {
  const { apiKey, files, control, log } = context;

  function find(which: z.infer<typeof Which>): FileRecord | undefined {
    return "fileKey" in which ? files.find(which.fileKey) : files.findByCustomId(which.customId);
  }
  function findMany(which: z.infer<typeof WhichMany>): FileRecord[] {
    const each =
      "fileKeys" in which
        ? which.fileKeys.map((fileKey) => ({ fileKey }))
        : which.customIds.map((customId) => ({ customId }));
    const found = each.map(find).filter((record) => record !== undefined);
    return [...new Set(found)];
  }
  /** Changes all of the files, or none when one is missing. */
  function change<T extends z.infer<typeof Which>>(
    updates: T[],
    merge: (record: FileRecord, update: T) => FileRecord,
  ): boolean {
    if (updates.some((update) => !find(update))) return false;
    for (const update of updates) {
      const record = find(update);
      if (record) files.save(merge(record, update));
    }
    return true;
  }

  const routes = new Hono<Env>();
  routes.use("/v6/*", faultsOn(control, "api"), wantApiKey(context));

  routes.post("/v6/deleteFiles", async (c) => {
    const body = await wantJson(c, WhichMany);
    if (body instanceof Response) return body;
    const doomed = findMany(body);
    for (const { key } of doomed) {
      files.remove(key);
      log(`deleted ${key}`);
    }
    return c.json({ success: true, deletedCount: doomed.length });
  });

  routes.post("/v6/listFiles", async (c) => {
    const body = await wantJson(c, ListFiles);
    if (body instanceof Response) return body;
    const all = files.list();
    const end = body.offset + body.limit;
    const page = all.slice(body.offset, end).map(({ key, customId, name, sizeBytes, status, uploadedAt }) => {
      return { id: key, customId, key, name, size: sizeBytes, status, uploadedAt };
    });
    return c.json({ hasMore: all.length > end, files: page });
  });

  routes.post("/v6/renameFiles", async (c) => {
    const body = await wantJson(c, RenameFiles);
    if (body instanceof Response) return body;
    const changed = change(body.updates, (record, { newName }) => ({ ...record, name: newName }));
    return changed ? c.json({ success: true }) : c.json({ error: "File not found" }, 404);
  });

  routes.post("/v6/updateACL", async (c) => {
    const body = await wantJson(c, UpdateAcl);
    if (body instanceof Response) return body;
    const changed = change(body.updates, (record, { acl }) => ({ ...record, acl }));
    return changed ? c.json({ success: true }) : c.json({ error: "File not found" }, 404);
  });

  routes.post("/v6/getUsageInfo", (c) => {
    const stored = files.list().filter((record) => record.status === "Uploaded");
    const totalBytes = stored.reduce((sum, record) => sum + record.sizeBytes, 0);
    return c.json({
      totalBytes,
      appTotalBytes: totalBytes,
      filesUploaded: stored.length,
      limitBytes: LIMIT_BYTES,
    });
  });

  routes.post("/v6/requestFileAccess", async (c) => {
    const body = await wantJson(c, FileAccess);
    if (body instanceof Response) return body;
    const record = find(body);
    if (!record) return c.json({ error: "File not found" }, 404);
    const ufsUrl = signUrl(addressesOf(context, record.key).ufsUrl, apiKey, body.expiresIn);
    return c.json({ url: ufsUrl, ufsUrl });
  });

  routes.post("/v6/getFileUrl", async (c) => {
    const body = await wantJson(c, WhichMany);
    if (body instanceof Response) return body;
    return c.json({ data: findMany(body).map(({ key }) => ({ key, url: addressesOf(context, key).url })) });
  });

  return routes;
}
