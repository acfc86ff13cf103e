import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { changedPages, changeOf, TraceBook, type Traces } from '../../src/commands/build-pages/traces.ts';
import { readTraces, TracesMemory, writeTraces } from '../../src/commands/build-pages/traces-file.ts';

const many = Array.from({ length: 40_000 }, (_, at) => `fr|courses|cours-${at}|œuvre`);
const traces: Traces = {
  files: ['index.html', 'fr/index.html', 'fr/être/index.html'],
  readings: {
    reads: many,
    states: many.map(() => 'état'),
    places: new Map([
      ['', Uint32Array.of()],
      ['fr', Uint32Array.of(0, 39_999)],
      ['fr/être', Uint32Array.of(7)],
    ]),
  },
  entries: new Map([['fr|courses|cours-7|.', 'as it was']]),
  properties: new Map([
    ['', 'none'],
    ['fr', 'a'],
    ['fr/être', 'b'],
  ]),
  pictures: {},
};

function place(): string {
  const folder = mkdtempSync(join(tmpdir(), 'traces-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'traces');
}

test('traces come back as they were written, those of other sources and those without an end do not', () => {
  const file = place();
  writeTraces(file, 'code', traces);
  expect(readTraces(file, 'code')).toEqual(traces);
  expect(readTraces(file, 'other code')).toBeUndefined();
  writeFileSync(file, readFileSync(file).subarray(0, -20));
  expect(readTraces(file, 'code')).toBeUndefined();
  expect(readTraces(`${file}.absent`, 'code')).toBeUndefined();
});

test('traces that were written last are not read again, unless the file is another by then or the code is', () => {
  const file = place();
  const memory = new TracesMemory();
  memory.write(file, 'code', traces);
  expect(memory.read(file, 'code')).toBe(traces);
  expect(memory.read(file, 'other code')).toBeUndefined();
  const none = new TraceBook().close(() => '');
  writeTraces(file, 'code', none);
  expect(memory.read(file, 'code'), 'another process wrote').toEqual(none);
  rmSync(file);
  expect(memory.read(file, 'code')).toBeUndefined();
});

test('traces of no page come back too', () => {
  const file = place();
  const none = new TraceBook().close(() => '');
  writeTraces(file, 'code', none);
  expect(readTraces(file, 'code')).toEqual(none);
});

test('a page that is kept brings its reads along, whatever their place was', () => {
  const book = new TraceBook();
  book.add('de', 'c', ['de|courses|x', many[7] ?? '']);
  book.keep('fr/être', traces);
  book.keep('fr', traces);
  const { properties, readings } = book.close(() => 'found');
  const { reads, states, places } = readings;
  const readsOf = (address: string) => Array.from(places.get(address) ?? [], (at) => reads[at]);
  expect(readsOf('fr/être')).toEqual([many[7]]);
  expect(readsOf('fr')).toEqual([many[0], many[39_999]]);
  expect(properties.get('fr')).toBe('a');
  expect(states).toEqual(['found', 'état', 'état', 'état']);
});

test('what pages read that were just made has the states that kept pages bring, whichever comes first', () => {
  const made = new TraceBook();
  made.add('lb', 'd', ['lb|courses|x', many[7] ?? '']);
  const both = [['lb', made.noted] as const, ['fr/être', traces] as const];
  for (const pages of [both, both.toReversed()]) {
    const book = new TraceBook();
    for (const [address, from] of pages) book.keep(address, from);
    const { properties, readings } = book.close(() => 'found');
    const { reads, states, places } = readings;
    const found = Array.from(places.get('lb') ?? [], (at) => [reads[at], states[at]]);
    expect(new Map(found as [string, string][])).toEqual(
      new Map([
        ['lb|courses|x', 'found'],
        [many[7], 'état'],
      ]),
    );
    expect([...properties.keys()]).toEqual(pages.map(([address]) => address));
  }
});

test('of an entry that is the same as a whole no property is looked at', () => {
  const asked: string[] = [];
  const stateOf = (read: string) => {
    asked.push(read);
    return read === 'fr|courses|cours-7|.' ? 'as it was' : 'another';
  };
  const book = new TraceBook();
  for (const address of ['fr/être', 'fr']) book.keep(address, traces);
  const former = { ...book.close(() => 'as it was'), entries: traces.entries };
  expect([...changedPages(former, stateOf, (address) => traces.properties.get(address))]).toEqual([
    ['fr', many[0]],
  ]);
  expect(asked).not.toContain(many[7]);
});

test('of one page the first read that finds something else is known without a look at any other page', () => {
  const asked: string[] = [];
  const book = new TraceBook();
  book.add('fr/one', '', ['fr|today', 'fr|courses|git|text']);
  book.add('fr/two', '', ['fr|news|histoire|text']);
  const former = book.close(() => 'as it was');
  const stateOf = (state: string) => (read: string) => {
    asked.push(read);
    return read === 'fr|today' ? 'as it was' : state;
  };
  expect(changeOf(former, stateOf('another'), 'fr/one')).toBe('fr|courses|git|text');
  expect(changeOf(former, stateOf('as it was'), 'fr/one')).toBeUndefined();
  expect(changeOf(former, stateOf('another'), 'fr/new')).toBeUndefined();
  expect(asked).not.toContain('fr|news|histoire|text');
});
