/** What a person agrees to before their first photo is sent. Change the words, change the version. */
export const consent = {
  version: "2026-11-22.2",
  statement:
    "These photos are of me, or I have the permission of the person in them. Nobody in them is a minor.",
  /** What is done with the photos, in the order it happens. */
  points: [
    "They are looked at on this device first. The day they were taken is read here and never sent.",
    "They are stored privately with UploadThing and only you can open them. What you sent is replaced within seconds by a copy without place and camera data.",
    "They go to Together AI only to make your model and your pictures, by addresses that work for an hour.",
    "Nobody else sees them, and nothing but your own model is made of them.",
    "You can remove each photo, or the model with all its photos, at any time.",
  ],
} as const;
