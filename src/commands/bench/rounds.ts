import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { locales } from '../../i18n/locales.ts';
import type { Site } from '../../site.ts';
import { makeContent } from '../make-content.ts';
import { layAside } from './aside.ts';
import { type Contestant, contestant, ours } from './contestants.ts';
import { CommandFailed } from './measure.ts';
import { type PeerContent, type PeerPage, peerContent } from './peer-content.ts';
import { runOf } from './round.ts';
import { phases, type RunBook } from './runs.ts';
import { coursesFor } from './sizes.ts';
import { type Peer, workshop } from './systems.ts';

export interface Race {
  readonly site: Site;
  readonly environment: NodeJS.ProcessEnv;
  readonly peers: readonly Peer[];
  readonly withOurs: boolean;
  readonly rounds: number;
  /** The browser that loads the first views; without one they are left out. */
  readonly browser: string | undefined;
  readonly say: (line: string) => void;
}

/**
 * Measures every system at one size, and writes each round into the book: all systems in each round, so that what
 * disturbs the machine disturbs them alike. What the book has already is not measured again.
 */
export async function raceAt(
  size: number,
  race: Race,
  book: RunBook,
  afterEach: () => Promise<void>,
): Promise<void> {
  const contentDir = join(workshop, 'content', String(size));
  const all = [...(race.withOurs ? [ours(contentDir)] : []), ...race.peers.map(contestant)];
  const rounds = Array.from({ length: race.rounds }, (_, index) => index + 1);
  const left = all.filter(({ name }) => rounds.some((round) => !book.has(name, size, round)));
  if (left.length === 0) return;
  const content = await contentOf(size, contentDir, race);
  const course = editedCourse(content);
  for (const one of left) await one.fill(content);
  for (const round of rounds) {
    for (const one of left.filter(({ name }) => !book.has(name, size, round))) {
      const about = { size, round, pages: content.pages.length };
      race.say(`${size} pages, round ${round} of ${race.rounds}, ${one.name}: ${await taken(one, about)}`);
      await afterEach();
    }
  }
  for (const { output } of all) await layAside(output);

  async function taken(one: Contestant, about: { size: number; round: number; pages: number }) {
    try {
      const run = await runOf(one, about, course, race.browser);
      await book.add(run);
      return phases
        .flatMap((phase) => {
          const { seconds } = run.phases[phase] ?? {};
          return seconds === undefined ? [] : `${phase} ${seconds.toFixed(1)} s`;
        })
        .join(', ');
    } catch (error) {
      if (!(error instanceof CommandFailed)) throw error;
      await book.add({ system: one.name, size, failure: error.message });
      return error.message;
    }
  }
}

async function contentOf(size: number, contentDir: string, race: Race): Promise<PeerContent> {
  const { site, environment, say } = race;
  await layAside(contentDir);
  const courses = coursesFor(size, await readdir(site.contentDir, { recursive: true }), locales.length);
  await makeContent(site.contentDir, contentDir, courses);
  const content = await peerContent({ ...site, contentDir }, environment);
  say(`${size} pages: ${courses} courses and what belongs to them, ${content.pages.length} pages in all`);
  return content;
}

/** The course to edit: the last whose texts are in every language, so that one file changes for everybody. */
function editedCourse({ pages }: PeerContent): PeerPage {
  const courses = pages.filter(({ collection, topics }) => collection === 'courses' && topics.length > 0);
  const whole = [...Map.groupBy(courses, ({ slug }) => slug).values()].findLast((found) =>
    found.every(({ language, locale }) => language === locale),
  );
  const page = whole?.find(({ locale }) => locale === locales[0]);
  if (!page) throw new Error('There is no course in every language: make more content.');
  return page;
}
