import { expect } from 'vitest';
import type { Desk } from './cms-forms.ts';
import type { GitHost, HostedAcademy } from './hosted-academy.ts';

type Academy = Pick<HostedAcademy<GitHost>, 'text' | 'repository' | 'publish'>;

/** A piece of news is written in two languages, saved as a draft, changed, reviewed and published: `host` stands in its title. */
export async function publishNews(academy: Academy, desk: Desk, host: string): Promise<void> {
  const slug = `le-catalogue-sur-${host.toLowerCase()}`;
  const branch = `cms/news/${slug}`;
  const place = (locale: string) => `content/news/${slug}.${locale}.mdx`;
  await desk.open('news');
  await desk.write('title', `Le catalogue sur ${host}`);
  await desk.write('date', '2026-11-20');
  await desk.write('summary', 'Un résumé.');
  await desk.type('Bonjour à {tous}.');
  await desk.write('title', `Der Katalog auf ${host}`, 1);
  await desk.write('summary', 'Eine Zusammenfassung.', 1);
  await desk.save();
  expect(academy.text(branch, place('fr'))).toContain('Bonjour à \\{tous}.');
  expect(academy.repository.differences('main', branch).map(({ path }) => path)).toEqual([
    place('de'),
    place('fr'),
  ]);

  await desk.open('news', slug);
  await desk.write('summary', 'Un meilleur résumé.');
  await desk.save();
  await desk.setStatus('En relecture');
  await desk.setStatus('Prêt');
  await desk.publish();
  expect(academy.text('main', place('fr'))).toContain('Un meilleur résumé.');
  expect(academy.text('main', place('de'))).toContain(`Der Katalog auf ${host}`);
  expect(academy.text('main', place('lb'))).toBeUndefined();
  expect(academy.repository.tip(branch)).toBeUndefined();
}

/** A save over what somebody else has published is refused and the text stays; so is a publication that contradicts it. */
export async function refuseOverwriting(academy: Academy, desk: Desk): Promise<void> {
  const place = 'content/news/histoire-academie.fr.mdx';
  await desk.open('news', 'histoire-academie');
  academy.publish(place, (former) => former.replace(/^title: .*$/m, 'title: Titre de Marc'));
  await desk.write('title', 'Titre d’Anne');
  await desk.pressSave();
  expect(await desk.notice('Quelqu’un a modifié cette fiche')).toContain('votre texte est encore ici');
  expect(academy.repository.tip('cms/news/histoire-academie')).toBeUndefined();

  await desk.open('news', 'histoire-academie');
  await desk.write('title', 'Titre d’Anne');
  await desk.save();
  academy.publish(place, (former) => former.replace(/^title: .*$/m, 'title: Second titre de Marc'));
  await desk.setStatus('Prêt');
  await desk.pressPublish();
  await desk.notice('La version publiée de cette fiche a changé');
  expect(academy.text('main', place)).toContain('Second titre de Marc');
}
