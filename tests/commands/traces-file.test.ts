import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { TraceBook, type Traces } from '../../src/commands/build-pages/traces.ts';
import { readTraces, writeTraces } from '../../src/commands/build-pages/traces-file.ts';

/** More than is read at once, with letters of several bytes. */
const reads = Array.from({ length: 120_000 }, (_, at) => [`fr|courses|prévoir-œuvre-${at}`, 'état'] as const);
const traces: Traces = {
  files: ['fr/index.html', 'fr/être/index.html'],
  reads,
  pages: { fr: ['a', 0, 119_999], 'fr/être': ['b', 7] },
  pictures: {},
};

function place(): string {
  const folder = mkdtempSync(join(tmpdir(), 'traces-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'traces.ndjson');
}

test('traces come back as they were written, those of other sources and those without an end do not', async () => {
  const file = place();
  await writeTraces(file, 'code', traces);
  const text = readFileSync(file, 'utf8');
  expect(text.length).toBeGreaterThan(4_000_000);
  expect(readTraces(file, 'code')).toEqual(traces);
  expect(readTraces(file, 'other code')).toBeUndefined();
  writeFileSync(file, text.slice(0, -20));
  expect(readTraces(file, 'code')).toBeUndefined();
  expect(readTraces(`${file}.absent`, 'code')).toBeUndefined();
});

test('a page that is kept brings its reads along, whatever their place was', () => {
  const book = new TraceBook();
  book.add('de', 'c', ['de|courses|x', reads[7]?.[0] ?? '']);
  book.keep('fr/être', traces);
  book.keep('fr', traces);
  const closed = book.close(() => 'found');
  const readsOf = (address: string) =>
    closed.pages[address]?.slice(1).map((at) => closed.reads[at as number]?.[0]);
  expect(readsOf('fr/être')).toEqual([reads[7]?.[0]]);
  expect(readsOf('fr')).toEqual([reads[0]?.[0], reads[119_999]?.[0]]);
  expect(closed.pages['fr']?.[0]).toBe('a');
  expect(closed.reads).toHaveLength(4);
});
