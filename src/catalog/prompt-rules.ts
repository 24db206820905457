/**
 * What a prompt may not ask for: pictures of minors, and of other real people. Lists and patterns, so that a reader can see
 * what is refused and why. All are compared with a prompt in small letters, without accents, marks and tricks: see
 * normalise-prompt.ts. A prompt is refused for what it names, so words with a harmless sense are left out or listed below.
 */

/** Words that name a minor, wherever they stand as whole words. */
export const minorWords = [
  "child children kid kids kiddo kiddos toddler toddlers infant infants newborn newborns baby babies preschooler preschoolers",
  "schoolgirl schoolgirls schoolboy schoolboys schoolchild schoolchildren schoolkid schoolkids preteen preteens tween tweens",
  "teen teens teenager teenagers teenage teenaged adolescent adolescents underage underaged minors prepubescent pubescent",
  "loli lolicon shota shotacon jailbait",
  // Spanish, Portuguese, Italian
  "niño niña niños niñas niñita niñito bebé bebés adolescente adolescentes chiquilla chiquillo criança crianças menino menina",
  "meninos meninas bebê bebês bambino bambina bambini bambine neonato neonata minorenne minorenni ragazzina ragazzino",
  // French
  "enfant enfants bébé bébés fillette fillettes garçonnet adolescente écolière écolier",
  // German, Dutch: "kind" alone is an English word, and "kinder" too
  "kleinkind kleinkinder säugling jugendliche jugendlicher minderjährig minderjährige minderjähriger schulkind schulkinder",
  "schulmädchen peuter kleuter kindje minderjarig minderjarige",
  // Polish, Turkish
  "dziecko dzieci dziewczynka dziewczynki chłopczyk niemowlę nastolatka nastolatek çocuk çocuklar çocuğu",
  // Russian, Ukrainian
  "ребёнок ребёнка дети детей девочка девочки девочку мальчик мальчика малыш младенец подросток школьница школьник",
  "несовершеннолетний несовершеннолетняя дитина діти дівчинка хлопчик",
  // Arabic, Hebrew, Hindi
  "طفل طفلة أطفال الطفل الطفلة رضيع مراهق مراهقة قاصر ילד ילדה ילדים תינוק תינוקת נערה קטין קטינה बच्चा बच्ची बच्चे",
].flatMap((line) => line.split(" "));

/** The same in scripts that put no spaces between words: found anywhere. */
export const minorFragments =
  "小孩 孩子 儿童 兒童 小女孩 小男孩 幼女 幼童 婴儿 嬰兒 未成年 萝莉 蘿莉 少女 子供 子ども こども 幼児 赤ちゃん 女児 男児 小学生 中学生 高校生 ロリコン 어린이 초등학생 중학생 고등학생 미성년 여자아이 남자아이 갓난아기".split(
    " ",
  );

/** Two words that name a minor only together: any of the first before any of the second. */
export const minorPairs = [
  {
    first: "little young small tiny schoolage underage",
    second: "girl girls boy boys lad lass",
  },
  {
    first: "kleines junges kleine kleiner petite petit petites petits klein",
    second: "mädchen junge jungen fille filles garçon garçons meisje jongen",
  },
  { first: "ein das mein unser ihr", second: "kind" },
  { first: "küçük", second: "kız erkek" },
  { first: "high middle elementary primary grade", second: "schooler schoolers" },
  { first: "first second third fourth fifth sixth seventh eighth", second: "grader graders" },
].map(({ first, second }) => ({ first: first.split(" "), second: second.split(" ") }));

/** More than two words that name a minor. */
export const minorPhrases = [
  "menor de edad",
  "menores de edad",
  "menor de idade",
  "under the age of 18",
  "under 18",
  ...["high", "middle", "elementary", "primary"].flatMap((school) =>
    ["girl", "boy", "student", "students", "pupil", "pupils"].map((who) => `${school} school ${who}`),
  ),
];

const animals =
  "animal animals bear bears bird birds bunny calf cat cats chick chicks cow crocodile deer dinosaur dog dogs dolphin dragon duck ducks eagle elephant elephants falcon foal fox foxes giraffe goat goats hedgehog hippo horse kangaroo kitten koala lamb lion lions monkey owl owls panda pandas penguin penguins pig pony puppy rabbit rabbits rhino seal seals sheep sloth tiger tigers turtle turtles whale wolf wolves yak zebra".split(
    " ",
  );

/** Phrases in which such a word means something else. They are taken out before a prompt is looked at. */
export const harmlessPhrases = [
  ...[
    "blue",
    "pink",
    "grand",
    "carrot",
    "carrots",
    "corn",
    "spinach",
    "bump",
    "face",
    "faced",
    "hair",
    "hairs",
    "doll",
    "tee",
    "yoda",
    "powder",
  ].map((thing) => `baby ${thing}`),
  ...["baby", "newborn", "infant", "adolescent", "teenage", "young boy"].flatMap((young) =>
    animals.map((animal) => `${young} ${animal}`),
  ),
  ...["leather", "gloves", "glove", "suede", "skin", "mohair"].map((thing) => `kid ${thing}`),
  ...["book", "books", "hospital", "library", "illustration", "museum", "song", "ward", "story"].flatMap(
    (thing) => [`children's ${thing}`, `childrens ${thing}`],
  ),
  ...["drawing", "play", "drawings", "toy"].flatMap((thing) => [`child's ${thing}`, `kid's ${thing}`]),
  ...["inner", "flower", "wild", "love", "brain", "destiny's", "problem"].map((which) => `${which} child`),
  ...[
    "child at heart",
    "kid at heart",
    "like a kid in a candy store",
    "child free",
    "kid free",
    "child prodigy poster",
  ],
  ...[
    "baby's breath",
    "babys breath",
    "teenage mutant ninja turtles",
    "teen wolf",
    "teen titans",
    "teen spirit",
  ],
  ...[
    "new kids on the block",
    "karate kid",
    "kid cudi",
    "billy the kid",
    "rosemary's baby",
    "million dollar baby",
  ],
  ...[
    "enfant terrible",
    "newborn star",
    "newborn stars",
    "santo niño",
    "el niño",
    "san bambino",
    "少女心",
    "孩子气",
    "young boy band",
  ],
  // Said to keep them out.
  ...["no", "without", "without any", "not a"].flatMap((not) =>
    ["child", "children", "kid", "kids", "babies", "teenagers", "minors"].map((who) => `${not} ${who}`),
  ),
];

/** What an age may be of without being a person's. */
export const agedThings =
  "whisky whiskey scotch bourbon rum ron wine vino vin wein brandy cognac cheese oak tree trees house building car truck bike motorcycle guitar violin watch camera jacket coat boots sweater jeans company band dog cat horse labrador retriever poodle terrier parrot turtle barrel bonsai photo photograph vintage port".split(
    " ",
  );

/** Numbers below eighteen in words. */
export const youngNumbers =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen".split(
    " ",
  );

/** Real people whose pictures are asked for most: public figures by their whole names. A first or last name alone is anybody's, and a name that is also a sentence ("will smith") is left out. */
export const blockedPeople = [
  "Taylor Swift, Beyoncé Knowles, Ariana Grande, Billie Eilish, Selena Gomez, Rihanna Fenty, Lady Gaga, Katy Perry, Dua Lipa",
  "Miley Cyrus, Britney Spears, Jennifer Lopez, Nicki Minaj, Olivia Rodrigo, Sabrina Carpenter, Harry Styles, Justin Bieber",
  "Ed Sheeran, Kanye West, Travis Scott, Michael Jackson, Freddie Mercury, Elvis Presley, David Bowie, Kurt Cobain, Bob Marley",
  "Emma Watson, Emma Stone, Scarlett Johansson, Angelina Jolie, Jennifer Lawrence, Natalie Portman, Margot Robbie, Gal Gadot",
  "Anne Hathaway, Megan Fox, Sydney Sweeney, Jenna Ortega, Millie Bobby Brown, Ana de Armas, Keira Knightley, Julia Roberts",
  "Marilyn Monroe, Audrey Hepburn, Meryl Streep, Sandra Bullock, Charlize Theron, Kate Winslet, Salma Hayek, Penélope Cruz",
  "Tom Cruise, Brad Pitt, Leonardo DiCaprio, Johnny Depp, Robert Downey Jr, Chris Hemsworth, Chris Evans, Ryan Reynolds",
  "Ryan Gosling, Keanu Reeves, Dwayne Johnson, Denzel Washington, Morgan Freeman, Samuel L Jackson, George Clooney",
  "Timothée Chalamet, Pedro Pascal, Cillian Murphy, Henry Cavill, Jason Momoa, Arnold Schwarzenegger, Sylvester Stallone",
  "Shah Rukh Khan, Salman Khan, Deepika Padukone, Priyanka Chopra, Aishwarya Rai, Virat Kohli, Narendra Modi",
  "Donald Trump, Joe Biden, Barack Obama, Michelle Obama, Hillary Clinton, Bill Clinton, Kamala Harris, George W Bush",
  "Vladimir Putin, Volodymyr Zelenskyy, Volodymyr Zelensky, Xi Jinping, Kim Jong Un, Emmanuel Macron, Angela Merkel, Olaf Scholz",
  "Boris Johnson, Keir Starmer, Justin Trudeau, Benjamin Netanyahu, Recep Tayyip Erdogan, Giorgia Meloni, Pope Francis",
  "Elon Musk, Jeff Bezos, Mark Zuckerberg, Bill Gates, Steve Jobs, Sam Altman, Tim Cook, Warren Buffett, Oprah Winfrey",
  "Greta Thunberg, Kate Middleton, Prince William, Prince Harry, Meghan Markle, Princess Diana, King Charles III",
  "Kim Kardashian, Kylie Jenner, Kendall Jenner, Khloé Kardashian, Paris Hilton, Gigi Hadid, Bella Hadid, Cara Delevingne",
  "Cristiano Ronaldo, Lionel Messi, Kylian Mbappé, Neymar Jr, LeBron James, Michael Jordan, Stephen Curry, Kobe Bryant",
  "Serena Williams, Roger Federer, Rafael Nadal, Novak Djokovic, Usain Bolt, Simone Biles, Tiger Woods, Muhammad Ali",
  "MrBeast, PewDiePie, Joe Rogan, Andrew Tate, Jordan Peterson, Дональд Трамп, Владимир Путин, Володимир Зеленський, 习近平",
].flatMap((line) => line.split(", "));

/** Things that bear a person's name and not their face: "Michael Jordan shoes" is asked for as clothing. */
export const namedThings =
  "shoes shoe sneakers sneaker jersey airport avenue boulevard bridge street square library university school center centre stadium arena foundation memorial museum award scholarship song songs album soundtrack biography".split(
    " ",
  );

/** What the user is told. */
export const promptReasons = {
  minor:
    "This prompt speaks of someone under 18 ({found}). Likeness makes no pictures of minors. Describe an adult, or leave it out.",
  person:
    "This prompt names another real person ({found}). Likeness makes pictures of you, not of others. Leave the name out and describe the look.",
} as const;
