import { endsOf, Pieces, readPacked, writePacked } from '../packed-file.ts';
import { type PackedReadings, packReadings, unpackReadings } from './packed-readings.ts';
import { offeredCatalogues, pageReader, tracing } from './page-traces.ts';
import { ReadingBook, type Readings, type StateOf } from './readings.ts';
import { allContent, entryRead, isOfContent, statesIn } from './state-of.ts';
import type { Reader } from './watched-catalogue.ts';

/** The parts of a page that has thousands of them: an edit changes a few. */
export interface KeptParts {
  /**
   * The part `name`: as it was kept where all that it read of the catalogues finds the same, otherwise as `make` makes it,
   * which has to ask for the catalogue itself.
   */
  readonly of: (name: string, make: () => Promise<string>) => Promise<Uint8Array>;
  /** Keeps the parts that were asked for. */
  readonly save: () => void;
}

/**
 * The parts in `file`; those that were made with another `ground`, which is all that they are made of beside what they read
 * themselves, are not kept. Without a file, or where nobody offers the catalogues, none are.
 */
export async function openParts(file: string | undefined, ground: string): Promise<KeptParts> {
  const catalogues = file === undefined ? undefined : await offeredCatalogues();
  if (file === undefined || !catalogues)
    return { of: async (_name, make) => Buffer.from(await make()), save: () => undefined };
  return new PartsOfFile(file, ground, statesIn(catalogues));
}

/** Parts as they lie in a file. */
interface Packed extends PackedReadings {
  readonly ground: string;
  /** The parts, one after the other. */
  readonly content: Uint8Array;
  /** Where each ends. */
  readonly contentEnds: Uint32Array;
}

/** What was kept: by its name each part, and what it read. */
interface Former {
  readonly parts: ReadonlyMap<string, Uint8Array>;
  readonly readings: Readings;
}

class PartsOfFile implements KeptParts {
  readonly #file: string;
  readonly #ground: string;
  readonly #stateOf: StateOf;
  readonly #former: Former | undefined;
  readonly #book: ReadingBook;
  readonly #parts = new Map<string, Uint8Array>();
  /** The page hears of all content at once: what its parts read is most of it. */
  readonly #saw: Reader;

  constructor(file: string, ground: string, stateOf: StateOf) {
    this.#file = file;
    this.#ground = ground;
    this.#stateOf = stateOf;
    this.#former = readParts(file, ground);
    this.#book = new ReadingBook(this.#former?.readings);
    this.#saw = pageReader() ?? (() => undefined);
    this.#saw(allContent);
  }

  async of(name: string, make: () => Promise<string>): Promise<Uint8Array> {
    const part = this.#keptPart(name) ?? (await this.#made(name, make));
    this.#parts.set(name, part);
    return part;
  }

  #keptPart(name: string): Uint8Array | undefined {
    const former = this.#former;
    const part = former?.parts.get(name);
    if (!former || !part) return undefined;
    const { reads, states, places } = former.readings;
    const own = places.get(name) ?? [];
    for (const place of own) if (this.#stateOf(reads[place] ?? '') !== states[place]) return undefined;
    for (const place of own) this.#tell(reads[place] ?? '');
    this.#book.keep(name, former.readings);
    return part;
  }

  /** True where all that was kept was asked for, and nothing else. */
  #isAsItWas(): boolean {
    const former = this.#former?.parts;
    return (
      former?.size === this.#parts.size && [...this.#parts].every(([name, part]) => former.get(name) === part)
    );
  }

  async #made(name: string, make: () => Promise<string>): Promise<Uint8Array> {
    const reads = new Set<string>();
    const part = await tracing((read) => reads.add(entryRead(read) ?? read), make);
    for (const read of reads) this.#tell(read);
    this.#book.add(name, reads);
    return Buffer.from(part);
  }

  #tell(read: string): void {
    if (!isOfContent(read)) this.#saw(read);
  }

  save(): void {
    if (this.#isAsItWas()) return;
    const parts = [...this.#parts.values()];
    writePacked(this.#file, {
      ground: this.#ground,
      ...packReadings(this.#book.close(this.#stateOf)),
      content: new Pieces(parts),
      contentEnds: endsOf(parts),
    } satisfies Record<keyof Packed, unknown>);
  }
}

function readParts(file: string, ground: string): Former | undefined {
  const packed = readPacked<Packed>(file);
  if (packed?.ground !== ground) return undefined;
  const { content, contentEnds } = packed;
  const readings = unpackReadings(packed);
  const partAt = (at: number) => content.subarray(contentEnds[at - 1] ?? 0, contentEnds[at]);
  return { parts: new Map([...readings.places.keys()].map((name, at) => [name, partAt(at)])), readings };
}
