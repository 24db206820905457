/** Letters of other alphabets that pass for Latin ones inside a word. */
const lookalikes: Record<string, string> = Object.fromEntries(
  [
    "аa",
    "вb",
    "сc",
    "ԁd",
    "еe",
    "нh",
    "іi",
    "ӏl",
    "јj",
    "кk",
    "мm",
    "оo",
    "рp",
    "ѕs",
    "тt",
    "уy",
    "хx",
    "гr",
    "пn",
    "иn",
  ]
    .concat([
      "αa",
      "βb",
      "εe",
      "ηn",
      "ιi",
      "κk",
      "νv",
      "οo",
      "ρp",
      "τt",
      "υu",
      "χx",
      "γy",
      "ıi",
      "ɑa",
      "ɡg",
      "ⅼl",
      "ʏy",
    ])
    .map((pair): [string, string] => {
      const [from = "", to = ""] = Array.from(pair);
      return [from, to];
    }),
);
/** Digits and signs that pass for letters: "ch1ld", "t33n", "b@by". */
const leet: Record<string, string> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "8": "b",
  "9": "g",
  "@": "a",
  $: "s",
  "!": "i",
  "+": "t",
};

const RIGHT_TO_LEFT_OVERRIDE = "\u202e";

/**
 * A prompt as words are looked for in it: small letters without accents and marks, invisible and direction signs, one space
 * between words.
 */
export function plain(text: string): string {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      .normalize("NFD")
      .replaceAll(/[\p{M}\p{Cf}\u00ad\u115f\u1160\u3164]/gu, "")
      .replaceAll(/[’‘`´]/g, "'")
      // A comma parts two names; what is spelled with dots has no space behind them.
      .replaceAll(/[,;:!?.]+\s+/g, " | ")
      .replaceAll(/[\s\-_/·.,;:()[\]{}"“”«»*~^=<>#\\]+/gu, " ")
      .trim()
  );
}

/** All that a prompt may be read as: as it stands, and with the usual tricks undone. */
export function readings(prompt: string): string[] {
  const text = plain(prompt);
  const letters = withLatin(text);
  const found = new Set([
    text,
    letters,
    withLeet(letters, leet),
    withLeet(letters, { ...leet, "1": "l", "!": "l" }),
    joinSpelled(letters),
    letters.replaceAll(/(\p{L})\1{2,}/gu, "$1$1"),
    letters.replaceAll(/(\p{L})\1{2,}/gu, "$1"),
  ]);
  // Written backwards behind a sign that turns it round on the screen.
  if (prompt.includes(RIGHT_TO_LEFT_OVERRIDE)) found.add(Array.from(text).reverse().join(""));
  return [...found];
}

/** Only in words that mix alphabets: a Russian word stays one. */
function withLatin(text: string): string {
  return text.replaceAll(/\S+/gu, (word) =>
    /[a-z]/.test(word)
      ? Array.from(word)
          .map((letter) => lookalikes[letter] ?? letter)
          .join("")
      : word,
  );
}

/** Only in words with letters too: 4k and 85mm stay what they are, since nothing is called ak or bsmm. */
function withLeet(text: string, signs: Record<string, string>): string {
  return text.replaceAll(/\S+/gu, (word) =>
    /\p{L}/u.test(word)
      ? Array.from(word)
          .map((letter) => signs[letter] ?? letter)
          .join("")
      : word,
  );
}

/** "c h i l d" */
function joinSpelled(text: string): string {
  return text.replaceAll(/(?<!\S)(?:\p{L} ){2,}\p{L}(?!\S)/gu, (spelled) => spelled.replaceAll(" ", ""));
}
