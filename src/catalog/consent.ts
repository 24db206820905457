/** What a person agrees to before training. Change the words, change the version. */
export const consent = {
  version: "2026-11-22",
  statement:
    "These photos are of me, or I have the permission of the person in them. Nobody in them is a minor.",
  explanation:
    "Your photos are stored privately, stripped of location and camera data, and sent to Together AI only to make your model and your pictures. You can delete them, and everything made from them, at any time.",
} as const;
