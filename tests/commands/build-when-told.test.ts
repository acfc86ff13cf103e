import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { placeOf } from '../../src/commands/build-pages/workshop.ts';
import { parsedTexts } from '../../src/search/bundle.ts';
import { build, differences, digestsOf, stayingProcess } from './built-folders.ts';
import { projectIn, rewrite } from './project-copy.ts';
import { writeSmallContent } from './small-content.ts';

const moment = 1_798_761_600;

test('a process that stays names mistakes and builds once they are mended, and leaves changed code to another', {
  timeout: 900_000,
}, async () => {
  const place = mkdtempSync(join(tmpdir(), 'staying-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true, maxRetries: 5 }), 60_000);
  const project = projectIn(join(place, 'project'));
  const content = join(place, 'content');
  await writeSmallContent(content);
  const staying = stayingProcess({ project, content, moment });
  const site = join(place, 'site');
  expect(await staying.build(site)).toEqual({ isBuilt: true });
  const first = digestsOf(site);

  const course = join(content, 'courses/un.fr.mdx');
  rewrite(course, /^title: .*/m, 'title: ""');
  expect(await staying.build(site)).toEqual({
    mistakes: expect.stringMatching(/courses\/un\.fr\.mdx[\s\S]*The site was not built/),
  });
  expect(staying.said()).toContain('courses/un.fr.mdx');
  expect(differences(first, digestsOf(site)), 'the site is as it was').toEqual([]);

  rewrite(course, /^title: .*/m, 'title: "Un autre titre"');
  expect(await staying.build(site)).toEqual({ isBuilt: true });
  const mended = digestsOf(site);
  expect(differences(first, mended)).toContain('/fr/courses/un/index.html');

  rewrite(join(project, 'src/layouts/Page.astro'), '</main>', '<p>Encore un mot.</p></main>');
  expect(await staying.build(site), 'the code has changed').toBe(undefined);
  expect(differences(mended, digestsOf(site)), 'nothing was built').toEqual([]);
  build({ project, content, outDir: site, moment });
  expect(differences(mended, digestsOf(site))).toContain('/fr/courses/un/index.html');

  const texts = join(placeOf(content, undefined, project), 'kept', parsedTexts);
  rmSync(texts, { recursive: true });
  writeFileSync(texts, 'A file where a folder has to be');
  rewrite(course, /^title: .*/m, 'title: "Encore un titre"');
  const unkept = stayingProcess({ project, content, moment });
  expect(await unkept.build(site)).toEqual({ isBuilt: true });
  await unkept.ended;
  expect(unkept.said()).toMatch(/EEXIST|ENOTDIR/);
  expect(unkept.said(), 'what is there for the next build').toContain('The site is built and in its place.');
  expect(unkept.said()).not.toContain('was not built');
  expect(readFileSync(join(site, 'fr/courses/un/index.html'), 'utf8')).toContain('Encore un titre');
});

test('a process that stays ends with whoever has started it, also while it builds', async () => {
  const place = mkdtempSync(join(tmpdir(), 'staying-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true, maxRetries: 5 }), 60_000);
  const content = join(place, 'content');
  await writeSmallContent(content);
  const { child, build, ended } = stayingProcess({ content, moment });
  void build(join(place, 'site'));
  await once(child, 'message');
  child.disconnect();
  await ended;
  expect(child.exitCode).toBe(0);
});
