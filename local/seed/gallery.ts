import type { AspectId } from "~/catalog/aspects";
import type { StyleId } from "~/catalog/styles";

/** What the demo user has asked for, oldest first. */
export const demoGallery: {
  prompt: string;
  style: StyleId;
  aspect: AspectId;
  seed: number;
  count: number;
}[] = [
  {
    prompt: "professional headshot, charcoal blazer, soft grey backdrop",
    style: "portrait-studio",
    aspect: "4:5",
    seed: 11,
    count: 2,
  },
  {
    prompt: "hiking above the clouds at sunrise, red jacket",
    style: "photorealistic",
    aspect: "3:4",
    seed: 22,
    count: 1,
  },
  {
    prompt: "at a small café table, rainy evening, neon reflections",
    style: "cinematic",
    aspect: "16:9",
    seed: 33,
    count: 1,
  },
  {
    prompt: "walking through an autumn forest, long coat",
    style: "vintage-film",
    aspect: "2:3",
    seed: 44,
    count: 2,
  },
  {
    prompt: "profile against a dark wall, one lamp",
    style: "black-and-white",
    aspect: "1:1",
    seed: 55,
    count: 1,
  },
  {
    prompt: "queen of a misty northern kingdom, mountains behind",
    style: "fantasy",
    aspect: "2:3",
    seed: 66,
    count: 1,
  },
  { prompt: "on a rooftop above the city at night", style: "anime", aspect: "9:16", seed: 77, count: 1 },
  { prompt: "among flowers in a summer garden", style: "artistic", aspect: "4:5", seed: 88, count: 1 },
  {
    prompt: "on the beach at golden hour, linen shirt, relaxed smile",
    style: "photorealistic",
    aspect: "4:5",
    seed: 99,
    count: 2,
  },
];
