/** The twelve photos in /public/landing that every picture on the landing page was made from. */
export const photoNames = Array.from(
  { length: 12 },
  (_, index) => `photo-${String(index + 1).padStart(2, "0")}`,
);
