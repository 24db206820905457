import type { AspectId } from "./aspects";
import { packNames } from "./pack-names";
import type { PackId } from "./pack-names";
import type { StyleId } from "./styles";

export interface PackPrompt {
  prompt: string;
  /** Where it is not the pack's own. */
  style?: StyleId;
  aspect?: AspectId;
}

/** A named set of prompts with their settings, run in one press. */
export interface Pack {
  id: PackId;
  name: string;
  /** One sentence: what one has in the end. */
  pitch: string;
  /** The style whose sample stands for it; no two packs have the same. */
  cover: StyleId;
  style: StyleId;
  aspect: AspectId;
  prompts: readonly PackPrompt[];
}

/** The packs, in the order in which they are offered. */
export const packs: Record<PackId, Pack> = {
  headshots: {
    id: "headshots",
    name: packNames.headshots,
    pitch: "A set for work: profile, team page, press and stage.",
    cover: "portrait-studio",
    style: "portrait-studio",
    aspect: "4:5",
    prompts: [
      { prompt: "professional headshot, charcoal blazer, soft grey backdrop, calm confident expression" },
      { prompt: "professional headshot, navy jacket over a white shirt, light backdrop, warm smile" },
      { prompt: "headshot in front of a bright office window, knitted sweater, relaxed and attentive" },
      { prompt: "black turtleneck, dark backdrop, thoughtful expression, one soft light from the side" },
      {
        prompt: "standing in a modern meeting room, sleeves rolled up, laptop in hand, natural smile",
        style: "photorealistic",
      },
      {
        prompt:
          "speaking on a small stage with a headset microphone, warm stage light, audience out of focus",
        style: "cinematic",
        aspect: "3:4",
      },
      { prompt: "close portrait for a press page, dark blazer, strong side light", style: "black-and-white" },
      {
        prompt:
          "leaning on a wooden desk in a sunlit studio, light blue shirt, friendly look into the camera",
        style: "photorealistic",
        aspect: "1:1",
      },
    ],
  },
  dating: {
    id: "dating",
    name: packNames.dating,
    pitch: "Candid pictures of days one would like to join.",
    cover: "photorealistic",
    style: "photorealistic",
    aspect: "4:5",
    prompts: [
      { prompt: "laughing at a small café table outdoors, morning sun, linen shirt, coffee in hand" },
      { prompt: "cooking in a bright kitchen, apron, flour on the hands, caught in a smile" },
      { prompt: "walking a friendly dog along a canal, autumn light, denim jacket" },
      { prompt: "browsing records in a small shop, warm lamps, looking up with a half smile" },
      { prompt: "sitting on a picnic blanket in a park, late afternoon, holding a peach" },
      { prompt: "at a rooftop dinner with string lights, dusk sky, elegant dark outfit", aspect: "3:4" },
      { prompt: "after a run by the sea, windblown hair, sports jacket, bright eyes" },
      {
        prompt: "reading in a window seat on a rainy day, wool socks and a big sweater",
        style: "vintage-film",
      },
    ],
  },
  travel: {
    id: "travel",
    name: packNames.travel,
    pitch: "Eight places in one press, without the flights.",
    cover: "cinematic",
    style: "photorealistic",
    aspect: "3:4",
    prompts: [
      { prompt: "on a quiet street in Lisbon at golden hour, tiled walls, linen clothes" },
      { prompt: "on a mountain pass in the Alps above a sea of clouds, red jacket, sunrise" },
      { prompt: "in a bamboo grove near Kyoto, soft green light, simple dark coat" },
      {
        prompt: "on the deck of a sailing boat in the Cyclades, white shirt, deep blue water",
        aspect: "16:9",
      },
      {
        prompt: "at a night market in Taipei, neon reflections, light rain, steam from the stalls",
        style: "cinematic",
      },
      {
        prompt: "among the dunes of the Sahara at dusk, long scarf in the wind",
        style: "cinematic",
        aspect: "16:9",
      },
      { prompt: "at the rail of a ferry in a Norwegian fjord, wool sweater, low clouds" },
      { prompt: "on the steps of an old library in Buenos Aires, afternoon shadows", style: "vintage-film" },
    ],
  },
  seasons: {
    id: "seasons",
    name: packNames.seasons,
    pitch: "A year of portraits, two for each season.",
    cover: "vintage-film",
    style: "photorealistic",
    aspect: "4:5",
    prompts: [
      { prompt: "under blossoming cherry trees, petals in the air, light spring coat" },
      { prompt: "in a flower meadow in spring, gentle backlight, looking over the shoulder" },
      { prompt: "on a wide beach in summer, bright sun, straw hat, soft waves behind" },
      { prompt: "in a field of tall grass on a summer evening, warm low sun", style: "cinematic" },
      { prompt: "walking through an autumn forest, long coat, leaves in the air" },
      { prompt: "by a rainy window in autumn, wool sweater, warm lamp, drops on the glass" },
      { prompt: "in fresh snow at the edge of a forest, knitted hat, breath in the cold air" },
      {
        prompt: "at a winter market in the evening, mulled drink in hand, lights out of focus",
        style: "vintage-film",
      },
    ],
  },
  editorial: {
    id: "editorial",
    name: packNames.editorial,
    pitch: "A fashion story, as a magazine would print it.",
    cover: "black-and-white",
    style: "cinematic",
    aspect: "2:3",
    prompts: [
      { prompt: "full-length fashion portrait, oversized camel coat, bare concrete wall, hard sunlight" },
      { prompt: "monochrome outfit in deep red against a red wall, sculptural pose" },
      { prompt: "close beauty portrait, wet hair, clean skin, single light from above", aspect: "4:5" },
      { prompt: "tailored black suit on an empty theatre stage, one spotlight", style: "black-and-white" },
      { prompt: "silver jacket on a night street, headlights behind, motion in the background" },
      { prompt: "seated on a marble staircase, flowing silk clothes, cool daylight" },
      {
        prompt: "profile portrait with a wide-brimmed hat, strong shadow over the eyes",
        style: "black-and-white",
      },
      {
        prompt: "leaning on an old convertible in the desert, sunglasses, faded colours",
        style: "vintage-film",
      },
    ],
  },
  fantasy: {
    id: "fantasy",
    name: packNames.fantasy,
    pitch: "Eight other lives, from the forest to the stars.",
    cover: "fantasy",
    style: "fantasy",
    aspect: "3:4",
    prompts: [
      { prompt: "as a ranger of an ancient forest, green cloak, light falling through giant trees" },
      { prompt: "as the ruler of a city of crystal, ornate robe, throne of pale light" },
      { prompt: "as a wandering mage on a cliff at night, staff with a glowing stone, aurora above" },
      { prompt: "as the captain of an airship above golden clouds, brass and leather", aspect: "16:9" },
      { prompt: "as a knight beside a sleeping dragon, worn silver armour, dawn mist" },
      { prompt: "as an explorer of a drowned temple, glowing fish, blue light from above" },
      { prompt: "as the hero of an adventure series, windswept field, drawn sword", style: "anime" },
      { prompt: "as a star pilot in a cockpit, nebula outside, soft instrument light", style: "cinematic" },
    ],
  },
};
