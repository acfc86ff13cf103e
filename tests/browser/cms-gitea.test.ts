import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Forgejo, openForgejo } from '../forgejo/forgejo.ts';
import { type HostedAcademy, openHostedAcademy } from './hosted-academy.ts';

let academy: HostedAcademy<Forgejo>;

beforeAll(async () => {
  academy = await openHostedAcademy('gitea', openForgejo());
});

afterAll(() => academy?.close());

test('what is saved is published at once, and not over what somebody else has published', async () => {
  const place = 'content/news/histoire-academie.fr.mdx';
  const desk = await academy.enter('Anne Muller');
  await desk.open('news', 'histoire-academie');
  await desk.write('title', 'Titre d’Anne');
  await desk.pressPublish();
  await expect.poll(() => academy.text('main', place)).toContain('title: Titre d’Anne');
  expect(academy.repository.git('log', '-1', '--format=%an', 'main')).toBe('Anne Muller');

  await desk.open('news', 'histoire-academie');
  academy.publish(place, (former) => former.replace(/^title: .*$/m, 'title: Titre de Marc'));
  await desk.write('title', 'Second titre d’Anne');
  await desk.pressPublish();
  await desk.notice('Quelqu’un a modifié cette fiche');
  expect(academy.text('main', place)).toContain('Titre de Marc');
});
