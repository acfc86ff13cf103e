import { closeSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { Locale } from '../i18n/locales.ts';
import type { Body } from '../mdx/body.ts';
import { textOfSegments } from '../mdx/text.ts';
import { blocks } from '../schema/blocks.ts';
import type { BodyPlace } from '../schema/entry.ts';

/** What pages show of a body. */
export type ShownBody = Pick<Body, 'segments' | 'headings'>;

/** A body that was parsed when the content was checked, as bytes. */
export interface ParsedBody {
  readonly key: string;
  readonly shown: Uint8Array;
  /** As the search takes them. */
  readonly words: Uint8Array;
}

/** Hears of each body that is parsed. */
export type KeepBody = (body: ParsedBody) => void;

/** Where the bodies lie: for the threads that make pages. */
export interface BodiesPlace {
  readonly file: string;
  /** Where in the file what is shown begins, and where the words begin and end. */
  readonly places: ReadonlyMap<string, readonly [shown: number, words: number, end: number]>;
}

/** Finds bodies that were kept; undefined for others. */
export interface KnownBodies {
  readonly shownOf: (language: Locale, body: BodyPlace) => ShownBody | undefined;
  readonly wordsOf: (language: Locale, body: BodyPlace) => string | undefined;
}

export function parsedBody(language: Locale, place: BodyPlace, { segments, headings }: Body): ParsedBody {
  return {
    key: keyOf(language, place),
    shown: serialize({ segments, headings } satisfies ShownBody),
    words: Buffer.from(textOfSegments(segments, blocks)),
  };
}

/**
 * The bodies that the check of the content parsed, so that pages need not parse them once more: in a file, since those of
 * a large catalogue would fill the memory that its pages are made in.
 */
export class KeptBodies {
  readonly #places = new Map<string, readonly [number, number, number]>();
  readonly place: BodiesPlace;
  readonly #open: number;
  #end = 0;

  /** Begins `file` anew. */
  constructor(file: string) {
    this.place = { file, places: this.#places };
    this.#open = openSync(file, 'w');
  }

  add({ key, shown, words }: ParsedBody): void {
    const beginOfWords = this.#end + shown.length;
    const end = beginOfWords + words.length;
    writeSync(this.#open, Buffer.concat([shown, words]));
    this.#places.set(key, [this.#end, beginOfWords, end]);
    this.#end = end;
  }

  /** Nobody needs them any more. */
  remove(): void {
    closeSync(this.#open);
    rmSync(this.place.file, { force: true });
  }
}

/** Reads bodies where they lie. */
export function knownBodies({ file, places }: BodiesPlace): KnownBodies {
  let open: number | undefined;
  const bytes = (begin: number, end: number): Buffer => {
    open ??= openSync(file, 'r');
    const read = Buffer.allocUnsafe(end - begin);
    if (readSync(open, read, 0, read.length, begin) !== read.length) throw new Error(`${file} was cut off.`);
    return read;
  };
  return {
    shownOf(language, body) {
      const place = places.get(keyOf(language, body));
      return place && (deserialize(bytes(place[0], place[1])) as ShownBody);
    },
    wordsOf(language, body) {
      const place = places.get(keyOf(language, body));
      return place && bytes(place[1], place[2]).toString();
    },
  };
}

function keyOf(language: Locale, { digest }: BodyPlace): string {
  return `${language} ${digest}`;
}
