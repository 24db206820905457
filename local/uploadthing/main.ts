import * as z from "zod";
import { startUploadThing } from "./start-uploadthing";
import { readToken } from "./token";

const settings = z
  .object({
    LOCAL_UPLOADTHING_PORT: z.coerce.number().int().positive(),
    LIKENESS_HOME: z.string().min(1),
    UPLOADTHING_TOKEN: z.string().min(1),
  })
  .parse(process.env);

const { apiKey, appId } = readToken(settings.UPLOADTHING_TOKEN);
const vendor = await startUploadThing({
  port: settings.LOCAL_UPLOADTHING_PORT,
  dir: `${settings.LIKENESS_HOME}/uploadthing`,
  apiKey,
  appId,
  log: (line) => {
    console.log(line);
  },
});
console.log(`listening on ${vendor.origin}`);

for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.once(signal, () => {
    void vendor.close().then(() => process.exit(0));
  });
}
