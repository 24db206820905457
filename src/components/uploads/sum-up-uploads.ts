import type { Upload } from "./uploads-store";

/** One sentence or two about this tab's uploads, for screen readers: "3 of 12 uploaded. 1 file was not added." */
export function sumUpUploads(uploads: readonly Upload[]): string {
  const count = (...states: Upload["state"][]) =>
    uploads.filter((upload) => states.includes(upload.state)).length;

  const refused = count("refused");
  const failed = count("failed");
  const sent = uploads.length - refused;
  return [
    sent > 0 && `${count("uploaded")} of ${sent} uploaded.`,
    failed > 0 && `${nameFiles(failed)} did not get through.`,
    refused > 0 && `${nameFiles(refused)} ${refused === 1 ? "was" : "were"} not added.`,
  ]
    .filter((sentence) => sentence !== false)
    .join(" ");
}

function nameFiles(count: number): string {
  return count === 1 ? "1 file" : `${count} files`;
}
