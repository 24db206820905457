import { LandingPicture } from "./landing-picture";
import { photoNames } from "./photo-names";

/** A contact sheet of photos, and what was made from them. */
export function HeroPictures() {
  return (
    <div className="relative mx-auto w-full max-w-xl lg:max-w-none">
      <div className="grid grid-cols-[1.9fr_1fr] gap-3 sm:gap-4">
        <LandingPicture
          name="picture-portrait-studio"
          alt="A woman with her hair in a bun, laughing, against a soft grey backdrop"
          eager
          className="row-span-2 rounded-2xl shadow-float"
        >
          <p className="absolute top-3 left-3 max-w-[85%] rounded-lg bg-black/45 px-3 py-2 text-xs leading-relaxed text-white backdrop-blur-md sm:top-4 sm:left-4 sm:text-sm">
            &ldquo;against a soft grey backdrop&rdquo;
          </p>
        </LandingPicture>
        <LandingPicture
          name="picture-cinematic"
          alt="The same person in a film still, on a rainy evening full of neon"
          aspect="auto"
          eager
          className="rounded-2xl"
        />
        <LandingPicture
          name="picture-black-and-white"
          alt="The same person in a library, in black and white"
          aspect="auto"
          eager
          className="rounded-2xl"
        />
      </div>

      <div className="absolute -bottom-8 left-4 w-52 -rotate-3 rounded-xl border bg-card p-2.5 shadow-float sm:-left-6 sm:w-64 sm:p-3">
        <div className="grid grid-cols-6 gap-1">
          {photoNames.map((name) => (
            <LandingPicture key={name} name={name} alt="" eager className="rounded-[3px]" />
          ))}
        </div>
        <p className="mt-2 flex justify-between text-xs">
          <span className="font-medium">{photoNames.length} photos</span>
          <span className="text-muted-foreground">all it takes</span>
        </p>
      </div>
    </div>
  );
}
