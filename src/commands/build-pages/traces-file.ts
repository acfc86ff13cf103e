import { stampOf } from '../../files-at.ts';
import { joined, parted, readPacked, writePacked } from '../../packed-file.ts';
import { type PackedReadings, packReadings, unpackReadings } from '../../traces/packed-readings.ts';
import type { PagePictures } from './pictures.ts';
import type { Traces } from './traces.ts';

/** Traces as they lie in a file. */
interface Packed extends PackedReadings {
  readonly sources: string;
  readonly files: Uint8Array;
  readonly entries: Uint8Array;
  readonly entryStates: Uint8Array;
  readonly addresses: Uint8Array;
  readonly properties: Uint8Array;
  readonly pictures: Readonly<Record<string, PagePictures>>;
}

/** Reads traces from a file, unless it is the one that it wrote last. */
export class TracesMemory {
  #last:
    | { readonly stamp: string | undefined; readonly sources: string; readonly traces: Traces }
    | undefined;

  read(file: string, sources: string): Traces | undefined {
    const last = this.#last;
    const isOfLast = last?.stamp !== undefined && last.stamp === stampOf(file) && last.sources === sources;
    return isOfLast ? last.traces : readTraces(file, sources);
  }

  write(file: string, sources: string, traces: Traces): void {
    writeTraces(file, sources, traces);
    this.#last = { stamp: stampOf(file), sources, traces };
  }
}

export function writeTraces(file: string, sources: string, traces: Traces): void {
  const { files, readings, entries, properties, pictures } = traces;
  const packed: Packed = {
    sources,
    ...packReadings(readings),
    files: joined(files),
    entries: joined(entries.keys()),
    entryStates: joined(entries.values()),
    addresses: joined(properties.keys()),
    properties: joined(properties.values()),
    pictures,
  };
  writePacked(file, packed);
}

/** The traces in `file`; undefined where it has none that are whole, or those of other sources. */
export function readTraces(file: string, sources: string): Traces | undefined {
  const packed = readPacked<Packed>(file);
  if (packed?.sources !== sources) return undefined;
  return {
    files: parted(packed.files),
    readings: unpackReadings(packed),
    entries: mapOf(packed.entries, packed.entryStates),
    properties: mapOf(packed.addresses, packed.properties),
    pictures: packed.pictures,
  };
}

function mapOf(keys: Uint8Array, values: Uint8Array): Map<string, string> {
  const found = parted(values);
  return new Map(parted(keys).map((key, at) => [key, found[at] ?? '']));
}
