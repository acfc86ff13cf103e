import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { build, differences, digestsOf } from './built-folders.ts';
import { projectIn, rewrite } from './project-copy.ts';
import { writeSmallContent } from './small-content.ts';

const moment = 1_798_761_600;

test('after a changed template and a changed word, and when a commit is built anew, the bytes are those of a full build, and of the last one after a failure', {
  timeout: 900_000,
}, async () => {
  const place = mkdtempSync(join(tmpdir(), 'code-edits-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true, maxRetries: 5 }), 60_000);
  const project = projectIn(join(place, 'project'));
  const content = join(place, 'content');
  await writeSmallContent(content);
  const wish = { project, content, outDir: join(place, 'site'), moment };
  build(wish);
  const first = digestsOf(wish.outDir);

  rewrite(join(project, 'src/layouts/Page.astro'), '</main>', '{</main>');
  expect(() => build(wish), 'a template that can’t be read').toThrow(/Page\.astro/);
  expect(differences(first, digestsOf(wish.outDir)), 'a template that can’t be read').toEqual([]);
  rewrite(join(project, 'src/layouts/Page.astro'), '{</main>', '</main>');

  rewrite(join(project, 'src/layouts/Page.astro'), '</main>', '<p>Encore un mot.</p></main>');
  expect(build(wish).isBundled, 'a template').toBe(true);
  const second = digestsOf(wish.outDir);
  expect(differences(first, second)).toContain('/fr/index.html');

  rewrite(join(project, 'src/i18n/strings/fr.json'), '"Vous êtes ici"', '"Vous voilà"');
  expect(build(wish).isBundled, 'a word').toBe(true);
  const third = digestsOf(wish.outDir);
  expect(differences(second, third)).toContain('/fr/courses/un/index.html');
  expect(build(wish), 'nothing').toEqual({ made: [], isBundled: false });

  const anew = join(place, 'anew');
  build({ ...wish, outDir: anew, words: ['--fresh'] });
  expect(differences(third, digestsOf(anew)), 'all of it anew, pictures too').toEqual([]);

  rewrite(
    join(project, 'src/components/CoursePage.astro'),
    '---\n\n',
    "throw new Error('No words');\n---\n\n",
  );
  expect(() => build(wish), 'a page that throws').toThrow(/\/fr\/courses\/[\w-]+ could not be made/);
  expect(differences(third, digestsOf(wish.outDir)), 'after a failure').toEqual([]);
});
