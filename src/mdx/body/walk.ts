import type { Strings } from '../../i18n/strings.ts';
import type { BodyOptions, FoundAddress, FoundBlock, Heading, Segment } from '../body.ts';
import type { Anchors } from './anchors.ts';
import type { SegmentWriter } from './writer.ts';

/** Where something stands in its file, from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where a field of a block stands. It is asked for only when something is wrong with it. */
export type PlaceOfField = (path: readonly PropertyKey[]) => Place;

/** The properties that Markdown gives to its elements. */
export interface Properties {
  readonly alt?: unknown;
  readonly ariaLabel?: unknown;
  readonly checked?: unknown;
  readonly className?: unknown;
  readonly dataFootnoteBackref?: unknown;
  readonly dataFootnoteRef?: unknown;
  readonly href?: unknown;
  readonly id?: unknown;
  readonly src?: unknown;
  readonly start?: unknown;
  readonly style?: unknown;
  readonly title?: unknown;
}

/** A node of the parsed tree: HTML, or what MDX adds to it. */
export interface Node {
  readonly type: string;
  readonly tagName?: string;
  readonly name?: string | null;
  readonly value?: string;
  readonly properties?: Properties;
  readonly attributes?: readonly { readonly type: string; readonly name: string; readonly value?: unknown }[];
  readonly children?: readonly Node[];
  readonly position?: { readonly start: { readonly offset?: number } };
}

/** What may stand at a place of the tree. */
export interface Surroundings {
  /** In a sentence: a paragraph, a heading, a link. */
  readonly phrasing: boolean;
  /** In code: every space stays as it was typed. */
  readonly code?: boolean;
}

/** What a text needs to be walked through, and where what is found in it is left. */
export interface Findings extends BodyOptions {
  /** Asked for only where they are needed: they cost more than the rest of a short body. */
  readonly strings: () => Strings;
  readonly anchors: Anchors;
  readonly headings: Heading[];
  readonly links: FoundAddress[];
  readonly images: FoundAddress[];
  readonly foundBlocks: FoundBlock[];
  /** What the ids of footnotes begin with; empty for the body itself. */
  readonly notePrefix: string;
  readonly place: (offset: number) => Place;
  readonly mistake: (
    place: Place,
    key: string,
    params?: Record<string, string | number>,
    field?: string,
  ) => void;
}

/** The walk through one tree. The writers of its parts write what stands in them through it. */
export interface Walk extends Findings {
  /** What is added to the level of a heading. */
  readonly shift: number;
  readonly write: (nodes: readonly Node[], walk: Walk, writer: SegmentWriter, around: Surroundings) => void;
  /** The segments of Markdown in the field of the block `id`, which stands at `place`. */
  readonly readField: (source: string, walk: Walk, place: () => Place, id: string) => readonly Segment[];
}

export function placeOf(node: Node, walk: Walk): Place {
  return walk.place(node.position?.start.offset ?? 0);
}

/** The words in a node, as a reader sees them. */
export function wordsIn(node: Node): string {
  if (node.type === 'text') return node.value ?? '';
  if (node.tagName === 'img') return String(node.properties?.alt ?? '');
  return (node.children ?? []).map(wordsIn).join('');
}
