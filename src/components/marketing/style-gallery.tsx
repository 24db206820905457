import { styles } from "~/catalog/styles";

import { LandingPicture } from "./landing-picture";
import { Section } from "./section";

/** The eight styles, each shown on the same person. */
export function StyleGallery() {
  const all = Object.values(styles);
  return (
    <Section
      id="styles"
      title="One person, eight ways to see them"
      lead="A style is a few well-chosen words and settings that go with yours. Here is the same person, asked for in each."
    >
      <ul className="grid grid-cols-2 gap-3 sm:gap-4 md:grid-cols-4">
        {all.map((style) => (
          <li key={style.id}>
            <figure>
              <LandingPicture
                name={`picture-${style.id}`}
                alt={`A picture in the style ${style.name}`}
                className="rounded-2xl"
              />
              <figcaption className="mt-2.5 text-sm font-medium sm:text-base">{style.name}</figcaption>
            </figure>
          </li>
        ))}
      </ul>
    </Section>
  );
}
