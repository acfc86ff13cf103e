import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { layModuleFiles, moduleFilesOf } from '../../src/commands/build-pages/lay-module-files.ts';

let place: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'module-files-'));
  write('site/fr/modules/clair/index.html', 'page');
  write('site/de/modules/clair/index.html', 'page');
  write(material('fr'), '<p>Texte</p><img src="/media/a.svg">');
  for (const folder of ['public', 'site']) write(`${folder}/media/a.svg`, '<svg>1</svg>');
});
afterEach(() => rmSync(place, { recursive: true, force: true }));

const target = 'site/fr/modules/clair/clair.fr.html';

function material(locale: string): string {
  return `site/.material/${locale}/modules/clair/one-file/index.html`;
}

/** As a build does: a new file, whatever lay there. */
function write(file: string, text: string): void {
  rmSync(join(place, file), { force: true });
  mkdirSync(dirname(join(place, file)), { recursive: true });
  writeFileSync(join(place, file), text);
}

/** What a build would lay; the number of the file, which is another once it was made again. */
function lay(): { text: string; number: number } {
  const site = { address: 'https://academy.example', basePath: '/' };
  layModuleFiles(join(place, 'site'), site, join(place, 'kept'), join(place, 'public'));
  return { text: readFileSync(join(place, target), 'utf8'), number: statSync(join(place, target)).ino };
}

const picture = (text: string) => `data:image/svg+xml;base64,${Buffer.from(text).toString('base64')}`;

test('a file is made once, and again when its page, a picture in it or itself is another', () => {
  const first = lay();
  expect(first.text).toContain(picture('<svg>1</svg>'));
  expect(lay()).toEqual(first);

  write(material('fr'), '<p>Texte</p><img src="/media/a.svg"><p>Suite</p>');
  expect(lay().text).toContain('Suite');

  for (const folder of ['public', 'site']) write(`${folder}/media/a.svg`, '<svg>2</svg>');
  expect(lay().text).toContain(picture('<svg>2</svg>'));

  rmSync(join(place, target));
  expect(lay().text).toContain('Suite');
});

test('what another build left half made is made again', () => {
  const { text } = lay();
  rmSync(join(place, 'kept'), { recursive: true });
  write(target, text.slice(0, 10));
  expect(lay().text).toBe(text);
});

test('the file of a module that is gone goes, with its folder where that is empty', () => {
  lay();
  rmSync(join(place, 'site/.material'), { recursive: true });
  rmSync(join(place, 'site/fr/modules/clair/index.html'));
  expect(lay).toThrow(/ENOENT/);
  expect(existsSync(join(place, dirname(target)))).toBe(false);
  expect(existsSync(join(place, 'site/de/modules/clair/index.html'))).toBe(true);
});

test('of the files of pages those that module files are made of are known', () => {
  const files = [
    'fr/modules/clair/index.html',
    material('fr').slice('site/'.length),
    '.material/fr/search-records.json',
  ];
  expect(moduleFilesOf(files)).toEqual(['fr/modules/clair/clair.fr.html']);
});
