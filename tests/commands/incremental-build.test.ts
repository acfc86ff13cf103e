import { spawnSync } from 'node:child_process';
import { hash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { chanceOf } from '../../src/commands/make-content/chance.ts';
import { edits } from './content-edits.ts';

/** `EDIT_SEED` and `EDIT_ROUNDS` look for edits that these ones are not. */
const seed = Number(process.env['EDIT_SEED'] ?? 5);
const rounds = Number(process.env['EDIT_ROUNDS'] ?? 2);
const editsOfRound = 4;
const today = 1_798_761_600;

test('after any edits, a build that renews only what changed makes the bytes of a full build elsewhere', {
  timeout: 900_000,
}, () => {
  const place = mkdtempSync(join(tmpdir(), 'incremental-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true, maxRetries: 5 }), 60_000);
  const content = join(place, 'content');
  cpSync('content', content, { recursive: true });
  const chance = chanceOf(seed);
  const done: string[] = [];
  const tomorrow = today + 86_400;
  build(content, join(place, 'site'));
  const first = digestsOf(join(place, 'site'));
  const again = build(content, join(place, 'site'), today + 60);
  expect(again, 'nothing was edited').toEqual({ made: [], isBundled: false });
  expect(differences(first, digestsOf(join(place, 'site'))), 'nothing was edited').toEqual([]);

  const file = edits['change a text']?.(content, chance).split(' ').at(-1) ?? '';
  const { made, isBundled } = build(content, join(place, 'site'));
  expect(isBundled, 'the code is as it was').toBe(false);
  const others = made.filter(
    (page) => !page.includes(`/courses/${file.split('.')[0]}:`) && !page.includes('/search-records.json:'),
  );
  const picture = edits['show a picture']?.(content, chance);
  expect(build(content, join(place, 'site')), picture).toMatchObject({ isBundled: true });
  expect(others, `only the text of ${file} was edited`).toEqual([]);

  for (let round = 0; round < rounds; round += 1) {
    for (const name of chance.someOf(Object.keys(edits), editsOfRound))
      done.push(`${name}: ${edits[name]?.(content, chance)}`);
    build(content, join(place, 'site'), tomorrow);
  }

  const copy = join(place, 'copy');
  cpSync(content, copy, { recursive: true });
  build(copy, join(place, 'full'), tomorrow);
  expect(
    differences(digestsOf(join(place, 'site')), digestsOf(join(place, 'full'))),
    done.join('\n'),
  ).toEqual([]);
});

/** Builds the site; the pages that were made, each with its reason, and whether Astro was started for them. */
function build(content: string, outDir: string, moment = today): { made: string[]; isBundled: boolean } {
  const words = ['src/commands/run.mjs', 'build', '--why', '--times'];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, {
    encoding: 'utf8',
    env: { ...process.env, CONTENT_DIR: content, OUT_DIR: outDir, SOURCE_DATE_EPOCH: String(moment) },
    maxBuffer: 100_000_000,
  });
  if (status !== 0) throw new Error(stdout + stderr);
  return {
    made: stdout.split('\n').filter((line) => line.startsWith('/')),
    isBundled: /^bundle /m.test(stdout),
  };
}

/** The files that two folders do not have alike. */
function differences(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((file) => one.get(file) !== other.get(file));
}

function digestsOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      return [file.slice(folder.length), hash('sha1', readFileSync(file))];
    }),
  );
}
