import type { AstroComponentFactory } from 'astro/runtime/server/index.js';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Locale } from '../i18n/locales.ts';
import type { Segment } from '../mdx/body.ts';
import type { BlockFields, BlockName } from '../schema/blocks.ts';

export type Prose = readonly Segment[];

/** The fields of each block in which Markdown is written: parsed, they hold segments. */
interface ProseFields {
  readonly Steps: 'text';
  readonly Quiz: 'question' | 'explanation';
  readonly Reflection: 'question' | 'hint';
  readonly Flashcards: 'back';
  readonly Video: 'transcript';
  readonly Audio: 'transcript';
}

type WithProse<Fields, Names extends string> = Fields extends readonly (infer Item)[]
  ? readonly WithProse<Item, Names>[]
  : Fields extends object
    ? {
        readonly [Name in keyof Fields]: Name extends Names
          ? Prose | Extract<Fields[Name], undefined>
          : WithProse<Fields[Name], Names>;
      }
    : Fields;

export type ParsedFields<Name extends BlockName> = Name extends keyof ProseFields
  ? WithProse<BlockFields<Name>, ProseFields[Name]>
  : BlockFields<Name>;

export type Registry = Readonly<Record<BlockName, AstroComponentFactory>>;

/** What a block knows of the body it stands in. */
export interface Surroundings {
  readonly catalogue: Catalogue;
  /** The language of the text; the block's own words are in it too, so that a body is of one language. */
  readonly language: Locale;
  /** The level of a heading that stands here: one below the heading before. */
  readonly level: number;
  /** Blocks may hold blocks. */
  readonly blocks: Registry;
}

export interface BlockProps<Name extends BlockName> {
  readonly id: string;
  readonly fields: ParsedFields<Name>;
  /** The text between the block's tags. */
  readonly content: Prose;
  readonly around: Surroundings;
}
