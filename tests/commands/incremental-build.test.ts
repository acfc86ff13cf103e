import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { chanceOf } from '../../src/commands/make-content/chance.ts';
import { build, differences, digestsOf, stayingProcess } from './built-folders.ts';
import { edits } from './content-edits.ts';

/** `EDIT_SEED` and `EDIT_ROUNDS` look for edits that these ones are not. */
const seed = Number(process.env['EDIT_SEED'] ?? 5);
const rounds = Number(process.env['EDIT_ROUNDS'] ?? 3);
const editsOfRound = 4;
const today = 1_798_761_600;

test('after any edits, a build that renews only what changed makes the bytes of a full build elsewhere', {
  timeout: 900_000,
}, async () => {
  const place = mkdtempSync(join(tmpdir(), 'incremental-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true, maxRetries: 5 }), 60_000);
  const content = join(place, 'content');
  const outDir = join(place, 'site');
  cpSync('content', content, { recursive: true });
  const chance = chanceOf(seed);
  const done: string[] = [];
  const tomorrow = today + 86_400;
  build({ content, outDir, moment: today });
  const first = digestsOf(outDir);
  // What this site becomes is what the build after the next begins with.
  for (const foreign of ['fr/foreign.html', '_search/foreign.json']) writeFileSync(join(outDir, foreign), '');
  rmSync(join(outDir, 'fr/help/index.html'));
  const again = build({ content, outDir, moment: today + 60 });
  expect(again, 'nothing was edited').toEqual({ made: [], isBundled: false });
  expect(differences(first, digestsOf(outDir)), 'nothing was edited').toEqual([]);

  const file = edits['change a text']?.(content, chance).split(' ').at(-1) ?? '';
  const { made, isBundled } = build({ content, outDir, moment: today });
  expect(isBundled, 'the code is as it was').toBe(false);
  const others = made.filter(
    (page) => !page.includes(`/courses/${file.split('.')[0]}:`) && !page.includes('/search-records.json:'),
  );
  const picture = edits['show a picture']?.(content, chance);
  expect(build({ content, outDir, moment: today }), picture).toMatchObject({ isBundled: false });
  expect(others, `only the text of ${file} was edited`).toEqual([]);

  // The first build reads what lies there, those that follow have it in memory.
  const staying = stayingProcess({ content, moment: tomorrow });
  for (let round = 0; round < rounds; round += 1) {
    for (const name of chance.someOf(Object.keys(edits), editsOfRound))
      done.push(`${name}: ${edits[name]?.(content, chance)}`);
    expect(await staying.build(outDir), done.join('\n')).toEqual({ isBuilt: true });
  }

  const copy = join(place, 'copy');
  cpSync(content, copy, { recursive: true });
  build({ content: copy, outDir: join(place, 'full'), moment: tomorrow });
  expect(differences(digestsOf(outDir), digestsOf(join(place, 'full'))), done.join('\n')).toEqual([]);
});
