import Audio from './Audio.astro';
import type { Registry } from './block-props.ts';
import Callout from './Callout.astro';
import Checklist from './Checklist.astro';
import Compare from './Compare.astro';
import Details from './Details.astro';
import Download from './Download.astro';
import Embed from './Embed.astro';
import Figure from './Figure.astro';
import Flashcards from './Flashcards.astro';
import Quiz from './Quiz.astro';
import Reflection from './Reflection.astro';
import Steps from './Steps.astro';
import Term from './Term.astro';
import Video from './Video.astro';

/** How each block of src/schema/blocks.ts looks. */
export const registry: Registry = {
  Callout,
  Details,
  Figure,
  Download,
  Embed,
  Term,
  Steps,
  Checklist,
  Quiz,
  Reflection,
  Flashcards,
  Compare,
  Video,
  Audio,
};
