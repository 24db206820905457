/** The first file of every export. */
export const exportReadme = `Everything Likeness keeps of you
================================

photos/         the photos you uploaded, as we keep them: upright, without location and camera data
pictures/       the pictures that were made
weights/        the trained weights of your Fine-tuned models (safetensors, a FLUX.2 [dev] LoRA)

The end of a file's name is the end of its "id" in the JSON beside it:

settings.json   your account: e-mail address, since when, how long photos stay
models.json     your models and how their trainings went
photos.json     what is known of each photo: its name, size, sharpness, light
prompts.json    every prompt with its settings
pictures.json   every picture, which prompt it belongs to, what became of it
ledger.json     every credit that came and went, and what for
credits.json    your balance
consents.json   what you agreed to, in which words, and when
plans.json      plans you bought or were given
invoices.json   what Lemon Squeezy charged

Other files hold what belongs to these, one row each. Times are UTC. A file that storage no longer had is named in
not-included.txt. What our providers keep of you under their own terms is theirs to export: Clerk your sign-in, Lemon
Squeezy your payments.
`;
