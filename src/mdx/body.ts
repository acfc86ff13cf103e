import type { Locale } from '../i18n/locales.ts';
import { stringsFor } from '../i18n/strings.ts';
import type { Block } from '../schema/blocks.ts';
import type { Mistake } from '../schema/mistakes.ts';
import { anchors } from './body/anchors.ts';
import { readSegments } from './body/read-segments.ts';
import type { Findings, Place } from './body/walk.ts';
import { healWithPlaces } from './heal.ts';

/** A part of a body: safe HTML, a picture, or a block with its fields. Rendered one after the other they are the body. */
export type Segment = HtmlSegment | ImageSegment | BlockSegment;

/** A piece of HTML; an element may begin in one and end in a later one. */
export interface HtmlSegment {
  readonly kind: 'html';
  readonly html: string;
}

export interface ImageSegment {
  readonly kind: 'image';
  readonly src: string;
  readonly alt: string;
  readonly title?: string;
}

export interface BlockSegment {
  readonly kind: 'block';
  readonly name: string;
  /** As the block's form has them; in the place of a text with Markdown stand its segments. */
  readonly fields: Readonly<Record<string, unknown>>;
  readonly children: readonly Segment[];
  /** Made from the block's name and title; no other block or heading of the body has it. */
  readonly id: string;
}

export interface Heading {
  readonly level: number;
  readonly text: string;
  readonly id: string;
}

/** A block as it was written, for those who ask what a body refers to. */
export interface FoundBlock extends Place {
  readonly name: string;
  readonly value: Readonly<Record<string, unknown>>;
}

export interface FoundAddress extends Place {
  readonly address: string;
}

export interface Body {
  readonly segments: readonly Segment[];
  readonly headings: readonly Heading[];
  readonly links: readonly FoundAddress[];
  readonly images: readonly FoundAddress[];
  readonly blocks: readonly FoundBlock[];
  /** What must be written otherwise; its remains are left out of the segments. */
  readonly mistakes: readonly Mistake[];
  /** What was healed: nothing has to be done. */
  readonly notices: readonly Mistake[];
}

export interface BodyOptions {
  readonly blocks: Readonly<Record<string, Block>>;
  readonly locale: Locale;
  /** The level of the body's highest headings on the page; 2 if not given. */
  readonly baseLevel?: number;
  /** The file, for mistakes. */
  readonly file?: string;
  /** The line of the file in which `source` begins; 1 if not given. */
  readonly firstLine?: number;
  /** Anchors the page has already given. */
  readonly reservedIds?: readonly string[];
}

/** The body that `source` holds. Never throws: what can't be shown is a mistake with its place and its remedy. */
export function parseBody(source: string, options: BodyOptions): Body {
  const { file = '', firstLine = 1, reservedIds = [] } = options;
  const inFile = ({ line, column }: Place): Place => ({ line: line + firstLine - 1, column });
  const healing = healWithPlaces(source);
  const notices = healing.changes.map(
    (change): Mistake => ({
      file,
      ...inFile(change),
      field: 'body',
      key: `mdx.healed.${change.what}`,
      params: {},
    }),
  );
  const mistakes: Mistake[] = [];
  const found = { headings: [], links: [], images: [], foundBlocks: [] };
  const walk: Findings = {
    ...options,
    ...found,
    strings: () => stringsFor(options.locale),
    anchors: anchors(reservedIds),
    notePrefix: '',
    place: (offset) => inFile(healing.placeOf(offset)),
    mistake: (place, key, params = {}, field = 'body') =>
      mistakes.push({ file, ...place, field, key, params }),
  };
  const segments = readSegments(healing.text, walk);
  const { foundBlocks: blocks, ...rest } = found;
  mistakes.sort(
    (one, other) => (one.line ?? 0) - (other.line ?? 0) || (one.column ?? 0) - (other.column ?? 0),
  );
  return { segments, ...rest, blocks, mistakes, notices };
}
