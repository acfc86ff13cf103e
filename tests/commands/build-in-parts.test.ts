import { execFile } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { lendPictures } from '../../src/commands/build-pages/workshop.ts';
import { writeSmallContent } from './small-content.ts';

test('two processes that build a part each make, merged, the bytes of a single build', {
  timeout: 900_000,
}, async () => {
  const place = mkdtempSync(join(tmpdir(), 'in-parts-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true, maxRetries: 5 }), 60_000);
  const folder = (name: string) => join(place, name);
  const content = folder('content');
  await writeSmallContent(content);
  for (const part of [undefined, { number: 1, of: 2 }, { number: 2, of: 2 }])
    lendPictures('content', content, '.', part);
  const command = commandOn(content);
  await Promise.all([
    command({ OUT_DIR: folder('1') }, 'build', '--part', '1/2'),
    command({ OUT_DIR: folder('2') }, 'build', '--part', '2/2'),
  ]);
  await command({}, 'merge', folder('1'), folder('2'), '--into', folder('merged'));
  await command({ OUT_DIR: folder('whole') }, 'build');
  const [merged, whole] = [filesOf(folder('merged')), filesOf(folder('whole'))];
  expect([...merged.keys()].sort()).toEqual([...whole.keys()].sort());
  expect([...whole].flatMap(([file, bytes]) => (merged.get(file)?.equals(bytes) ? [] : file))).toEqual([]);
  expect(filesOf(folder('1')).size).toBeLessThan(0.75 * whole.size);
});

function commandOn(content: string) {
  const common = { ...process.env, SOURCE_DATE_EPOCH: '1798761600', CONTENT_DIR: content };
  return async (environment: Record<string, string>, ...words: string[]): Promise<void> => {
    await promisify(execFile)(process.execPath, ['src/commands/run.mjs', ...words], {
      env: { ...common, ...environment },
    });
  };
}

function filesOf(folder: string): Map<string, Buffer> {
  const files = globSync('**/*', { cwd: folder }).filter((file) => statSync(join(folder, file)).isFile());
  return new Map(files.map((file) => [file, readFileSync(join(folder, file))]));
}
