import type { StyleId } from "./styles";
import type { SubjectId } from "./subjects";

const people: Record<StyleId, readonly string[]> = {
  photorealistic: [
    "on a quiet street in Lisbon at golden hour, linen shirt, relaxed smile",
    "in a sunlit library, reading by the window, wool sweater",
    "on the deck of a sailing boat, bright sky, white shirt",
    "at a kitchen table in the morning, {coffee | tea} in hand, soft daylight",
  ],
  cinematic: [
    "at a small café table, rainy evening, neon reflections in the window",
    "hiking above the clouds at sunrise, red jacket, wind in the hair",
    "in an empty subway car at night, looking out, city lights passing",
    "walking through {a bamboo grove | a pine forest} in the fog, dark coat",
  ],
  artistic: [
    "in a garden full of hydrangeas, straw hat, dappled light",
    "at an easel in an attic studio, paint on the sleeves",
    "by the sea in strong wind, heavy clouds, long scarf",
    "in an armchair by the fire, a book on the knees",
  ],
  "portrait-studio": [
    "professional headshot, charcoal blazer, soft grey backdrop",
    "portrait in {a navy jacket | a cream sweater}, warm backdrop, calm look",
    "black turtleneck on black, one soft light from the side",
    "laughing, white shirt, bright seamless backdrop",
  ],
  "black-and-white": [
    "close portrait, rain on the shoulders, looking straight ahead",
    "on an empty stage, hands in the pockets, one spotlight",
    "at a window with blinds, bands of light across the face",
    "walking down a long staircase, wide coat, seen from below",
  ],
  fantasy: [
    "as a ranger of an ancient forest, green cloak, light through giant trees",
    "as the captain of an airship above golden clouds",
    "as a mage on a cliff at night, {staff | lantern} in hand, aurora above",
    "as the ruler of a city of crystal, throne of pale light",
  ],
  anime: [
    "on a rooftop at dusk, school bag, wind and cherry petals",
    "waiting at a small station in summer, cicadas, tall clouds",
    "running through the rain with a clear umbrella, neon signs",
    "in a field of sunflowers, white shirt, arms wide open",
  ],
  "vintage-film": [
    "walking through an autumn forest, long coat, leaves in the air",
    "leaning on an old car by the coast, sunglasses, late sun",
    "in a field of tall grass at dusk, gentle backlight",
    "at a diner counter, milkshake, chrome and red vinyl",
  ],
};

const pets: Record<StyleId, readonly string[]> = {
  photorealistic: [
    "sitting in a sunny window, curtains moving in the wind",
    "running along a beach at low tide, splashes of water",
    "in a flower meadow in spring, looking up",
  ],
  cinematic: [
    "in fresh snow at the edge of a forest, breath in the cold air",
    "on the back seat of an old car, rain on the windows",
    "on a hill at sunset, wind in the fur",
  ],
  artistic: [
    "asleep on a stack of old books, warm lamp light",
    "among fallen apples in an orchard, autumn colours",
    "on a velvet cushion like an old master's portrait",
  ],
  "portrait-studio": [
    "portrait with a {knitted scarf | bow tie}, plain warm backdrop",
    "head tilted, curious, soft light on a grey backdrop",
    "lying on a white cube, looking into the camera",
  ],
  "black-and-white": [
    "close portrait, deep shadows, bright eyes",
    "silhouette in a doorway, long shadow on the floor",
    "shaking off water, every drop in focus",
  ],
  fantasy: [
    "as a small astronaut looking out over a blue planet",
    "with wings among glowing mushrooms",
    "as the guardian of a treasure in a mossy cave",
  ],
  anime: [
    "on a windowsill above a rainy town at night",
    "riding in a bicycle basket under cherry blossoms",
    "on a cloud, surrounded by paper planes",
  ],
  "vintage-film": [
    "on a picnic blanket, strawberries, late sun",
    "in the basket of a market stall, faded colours",
    "on a porch swing, summer afternoon",
  ],
};

/** Prompts to start from, for a subject in a style: that style's first, then the others'. */
export function suggestPrompts(subject: SubjectId, style: StyleId): readonly string[] {
  const all = subject === "pet" ? pets : people;
  const others = Object.entries(all).flatMap(([of, prompts]) => (of === style ? [] : prompts));
  return [...all[style], ...others];
}
