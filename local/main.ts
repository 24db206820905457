/** Runs the app with every vendor on this machine: `npm run dev` and `npm run preview`. */
import { join } from "node:path";
import { launch } from "./launcher/launch";

await launch(process.argv.slice(2), join(import.meta.dirname, ".."));
