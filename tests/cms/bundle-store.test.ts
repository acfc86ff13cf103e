import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { storedBundle } from '../../src/cms/bundle-store.ts';

/** A store of bundles that are made of one file; how often one was made. */
function aStore() {
  const folder = mkdtempSync(join(tmpdir(), 'bundles-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [source, store] = [join(folder, 'source.ts'), join(folder, 'store')];
  let made = 0;
  const bundle = async (text: string) => {
    writeFileSync(source, text);
    const make = async (place: string) => {
      made += 1;
      mkdirSync(place);
      writeFileSync(join(place, 'bundle.js'), text);
    };
    return basename(await storedBundle('own', [source], make, store));
  };
  return { store, bundle, made: () => made, names: () => readdirSync(store).sort() };
}

/** As if the bundle had been used so many days ago. */
const age = (place: string, days: number) => {
  const then = new Date(Date.now() - days * 86_400_000);
  utimesSync(place, then, then);
};

test('a bundle is made once for each state of its sources', async () => {
  const { bundle, made, names } = aStore();
  const [first, second, again] = [await bundle('a'), await bundle('b'), await bundle('a')];
  expect(again).toBe(first);
  expect(made()).toBe(2);
  expect(names()).toEqual([first, second].sort());
});

test('in a copy of a project a copy of the store is as good', async () => {
  const projects = ['one', 'other'].map((name) => join(mkdtempSync(join(tmpdir(), 'bundles-')), name));
  const home = process.cwd();
  onTestFinished(() => {
    process.chdir(home);
    for (const project of projects) rmSync(dirname(project), { recursive: true });
  });
  const bundles: string[] = [];
  for (const project of projects) {
    mkdirSync(join(project, 'src'), { recursive: true });
    writeFileSync(join(project, 'src/main.ts'), 'a');
    process.chdir(project);
    bundles.push(basename(await storedBundle('own', ['src'], async (place) => void mkdirSync(place))));
  }
  expect(bundles[1]).toBe(bundles[0]);
});

test('however many states there were, those used last stay, and nothing of builds that were killed', async () => {
  const { store, bundle, names } = aStore();
  const states = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const bundles: string[] = [];
  for (const [index, state] of states.entries()) {
    if (index === 7) await bundle('e');
    const made = await bundle(state);
    bundles.push(made);
    if (index < 7) age(join(store, made), 20 - index - (state === 'e' ? 10 : 0));
  }
  const ended = spawnSync(process.execPath, ['--version']).pid;
  const [dead, alive] = [`own-0123.next-${ended}`, `own-0123.next-${process.ppid}`];
  for (const name of [dead, alive, 'decap-0123']) mkdirSync(join(store, name));
  const last = await bundle('i');
  const [, , , , e = '', , g = '', h = ''] = bundles;
  expect(names()).toEqual([e, g, h, last, alive, 'decap-0123'].sort());
});
