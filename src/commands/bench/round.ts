import { readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '../browser.ts';
import type { Contestant } from './contestants.ts';
import { firstViews } from './first-views.ts';
import { notLive, weigh } from './live.ts';
import { CommandFailed, type Measured, measure, measureAgain } from './measure.ts';
import type { PeerPage } from './peer-content.ts';
import type { Run } from './runs.ts';
import { missingWords } from './same-words.ts';

/**
 * One round of one system: a full build, one more, and one after an edit, in a new process and in one that stays. Throws `CommandFailed` where a build fails, where
 * the edit is not to be seen afterwards, and where the page says less than ours.
 */
export async function runOf(
  one: Contestant,
  about: Pick<Run, 'size' | 'round' | 'pages'>,
  course: PeerPage,
  browser: string | undefined,
): Promise<Run> {
  const [load = 0] = loadavg();
  await one.clean();
  const first = about.round === 1 && one.first ? await measure(one.first) : undefined;
  await one.clean();
  const full = await measure(one.commands);
  const weight = await weigh(one.output);
  const warm = await measure(one.commands);
  const byNew = async (edit: () => Promise<void>): Promise<Measured> => {
    await edit();
    return measure(one.commands);
  };
  const edit = await measureEdit(one, course, `relecture${about.round}0x`, byNew);
  const { staying } = one;
  const stayed =
    staying &&
    (await measureEdit(one, course, `relecture${about.round}1x`, (edit) => measureAgain(...staying, edit)));
  const unsaid = missingWords(course, await readFile(join(one.output, course.address, 'index.html'), 'utf8'));
  if (unsaid.length > 0)
    throw new CommandFailed(`The page ${course.address} lacks words: ${unsaid.join(', ')}.`);
  const views = about.round === 1 && browser ? await viewsOf(one, course, browser) : undefined;
  return {
    system: one.name,
    ...about,
    load,
    ...weight,
    phases: { full, warm, edit: stayed ?? edit, ...(stayed && { newProcess: edit }) },
    ...(views && { views }),
    ...(first && { firstSeconds: first.seconds }),
  };
}

/** Has `build` build the site after an edit. Throws `CommandFailed` where this is not to be seen then. */
async function measureEdit(
  one: Contestant,
  course: PeerPage,
  marker: string,
  build: (edit: () => Promise<void>) => Promise<Measured>,
): Promise<Measured> {
  const measured = await build(() => one.edit(course, marker));
  const missing = await notLive(one, course, marker);
  if (missing.length > 0) throw new CommandFailed(`The edit is not to be seen in ${missing.join(', ')}.`);
  return measured;
}

async function viewsOf(one: Contestant, { address, locale }: PeerPage, executablePath: string) {
  const browser = await launchBrowser([], executablePath);
  try {
    return await firstViews(one, { course: address, list: `/${locale}/courses/` }, browser);
  } finally {
    await browser.close();
  }
}
