const MAX_WORDS = 60;

/**
 * A picture's file name in a ZIP: when, who, what, which. Letters of every script stay; what a file system dislikes goes.
 * The end of the id keeps names apart: "2026-11-22_maya_hiking-above-the-clouds_1a2b3c.jpg".
 */
export function namePicture(picture: {
  id: string;
  createdAt: Date;
  modelName: string | null;
  prompt: string;
}): string {
  const { id, createdAt, modelName, prompt } = picture;
  const parts = [
    createdAt.toISOString().slice(0, 10),
    toWords(modelName ?? ""),
    toWords(prompt),
    id.slice(-6),
  ];
  return `${parts.filter((part) => part !== "").join("_")}.jpg`;
}

function toWords(text: string): string {
  const words =
    text
      .toLowerCase()
      .normalize("NFC")
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  let name = "";
  for (const word of words) {
    const longer = name === "" ? word : `${name}-${word}`;
    if (longer.length > MAX_WORDS) break;
    name = longer;
  }
  return name;
}
