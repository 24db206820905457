export const styleIds = [
  "photorealistic",
  "cinematic",
  "artistic",
  "portrait-studio",
  "black-and-white",
  "fantasy",
  "anime",
  "vintage-film",
] as const;
export type StyleId = (typeof styleIds)[number];

export interface Style {
  id: StyleId;
  name: string;
  /** Follows the user's words in the prompt. */
  promptSuffix: string;
  /** Sampling guidance that suits it; used where the FLUX model takes one and the user set none. */
  guidance: number;
}

export const styles = {
  photorealistic: {
    id: "photorealistic",
    name: "Photorealistic",
    promptSuffix:
      "photorealistic, natural light, 50mm lens at f/2, true skin texture, unretouched, sharp focus on the eyes",
    guidance: 3.5,
  },
  cinematic: {
    id: "cinematic",
    name: "Cinematic",
    promptSuffix:
      "cinematic film still, anamorphic lens, low-key lighting, teal and amber grade, shallow depth of field, atmospheric haze",
    guidance: 4,
  },
  artistic: {
    id: "artistic",
    name: "Artistic",
    promptSuffix:
      "expressive oil painting, visible brushwork, rich palette, painterly light, gallery quality",
    guidance: 5,
  },
  "portrait-studio": {
    id: "portrait-studio",
    name: "Portrait studio",
    promptSuffix:
      "professional studio portrait, seamless paper backdrop, soft key light with gentle fill, 85mm lens, head and shoulders",
    guidance: 3.5,
  },
  "black-and-white": {
    id: "black-and-white",
    name: "Black and white",
    promptSuffix:
      "black and white photograph, fine silver grain, strong side light, deep blacks, full tonal range",
    guidance: 4,
  },
  fantasy: {
    id: "fantasy",
    name: "Fantasy",
    promptSuffix:
      "epic fantasy illustration, glowing light, ornate costume, misty otherworldly landscape, highly detailed",
    guidance: 5.5,
  },
  anime: {
    id: "anime",
    name: "Anime",
    promptSuffix: "modern anime key visual, clean line art, cel shading, vivid colour, expressive eyes",
    guidance: 5.5,
  },
  "vintage-film": {
    id: "vintage-film",
    name: "Vintage film",
    promptSuffix:
      "35mm film photograph from the 1970s, warm faded colour, soft halation, visible grain, slight vignette",
    guidance: 3.5,
  },
} as const satisfies Record<StyleId, Style>;
