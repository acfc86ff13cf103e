import { closeSync, createWriteStream, openSync, readSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PagePictures } from './pictures.ts';
import type { Traces } from './traces.ts';

type Line =
  | readonly ['sources', string]
  | readonly ['file', string]
  | readonly ['read', string, string]
  | readonly ['page', string, string, ...number[]]
  | readonly ['pictures', string, PagePictures]
  | readonly ['end'];

/** Writes traces line by line: as one text those of a large catalogue would be longer than a text may be. */
export async function writeTraces(file: string, sources: string, traces: Traces): Promise<void> {
  await pipeline(Readable.from(inParts(linesOf(sources, traces))), createWriteStream(file));
}

/** The traces in `file`; undefined where it has none that are whole, or those of other sources. */
export function readTraces(file: string, sources: string): Traces | undefined {
  const traces = { files: [] as string[], reads: [] as [string, string][], pages: {}, pictures: {} } as {
    files: string[];
    reads: [string, string][];
    pages: Record<string, [string, ...number[]]>;
    pictures: Record<string, PagePictures>;
  };
  try {
    for (const text of linesOfFile(file)) {
      const line = JSON.parse(text) as Line;
      if (line[0] === 'sources' && line[1] !== sources) return undefined;
      if (line[0] === 'file') traces.files.push(line[1]);
      if (line[0] === 'read') traces.reads.push([line[1], line[2]]);
      if (line[0] === 'page') {
        const [, address, ...page] = line;
        traces.pages[address] = page;
      }
      if (line[0] === 'pictures') traces.pictures[line[1]] = line[2];
      if (line[0] === 'end') return traces;
    }
  } catch {
    return undefined;
  }
  return undefined;
}

/** Some megabytes at a time: a file may be longer than a text. */
function* linesOfFile(file: string): Generator<string> {
  const opened = openSync(file, 'r');
  try {
    const bytes = Buffer.allocUnsafe(4_000_000);
    let rest = Buffer.alloc(0);
    for (let read = readSync(opened, bytes); read > 0; read = readSync(opened, bytes)) {
      const part = Buffer.concat([rest, bytes.subarray(0, read)]);
      const end = part.lastIndexOf('\n') + 1;
      rest = part.subarray(end);
      yield* part
        .toString('utf8', 0, Math.max(0, end - 1))
        .split('\n')
        .filter(Boolean);
    }
    if (rest.length > 0) yield rest.toString('utf8');
  } finally {
    closeSync(opened);
  }
}

function* linesOf(sources: string, { files, reads, pages, pictures }: Traces): Generator<Line> {
  yield ['sources', sources];
  for (const file of files) yield ['file', file];
  for (const [read, state] of reads) yield ['read', read, state];
  for (const [address, page] of Object.entries(pages)) yield ['page', address, ...page];
  for (const [address, shown] of Object.entries(pictures)) yield ['pictures', address, shown];
  yield ['end'];
}

/** Many lines to a part: each that is written costs something. */
function* inParts(lines: Iterable<Line>): Generator<string> {
  let part = '';
  for (const line of lines) {
    part += `${JSON.stringify(line)}\n`;
    if (part.length < 100_000) continue;
    yield part;
    part = '';
  }
  yield part;
}
