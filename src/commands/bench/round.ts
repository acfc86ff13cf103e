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
 * One round of one system: a full build, one more, and one after an edit; then three edits in a process that stays, where a
 * system has one. Throws `CommandFailed` where a build fails, where the edit is not to be seen afterwards, and where the page
 * says less than ours.
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
  const marker = (edit: number) => `relecture${about.round}${edit}x`;
  await one.edit(course, marker(0));
  const newProcess = await measure(one.commands);
  await mustBeLive(one, course, marker(0));
  const edits = [1, 2, 3].map((edit) => () => one.edit(course, marker(edit)));
  const stayed = one.staying && (await measureAgain(...one.staying, edits));
  if (stayed) await mustBeLive(one, course, marker(3));
  const unsaid = missingWords(course, await readFile(join(one.output, course.address, 'index.html'), 'utf8'));
  if (unsaid.length > 0)
    throw new CommandFailed(`The page ${course.address} lacks words: ${unsaid.join(', ')}.`);
  const views = about.round === 1 && browser ? await viewsOf(one, course, browser) : undefined;
  return {
    system: one.name,
    ...about,
    load,
    ...weight,
    phases: stayed ? { full, warm, edit: middleOf(stayed), newProcess } : { full, warm, edit: newProcess },
    ...(views && { views }),
    ...(first && { firstSeconds: first.seconds }),
  };
}

/** Throws `CommandFailed` where the edit is not to be seen. */
async function mustBeLive(one: Contestant, course: PeerPage, marker: string): Promise<void> {
  const missing = await notLive(one, course, marker);
  if (missing.length > 0) throw new CommandFailed(`The edit is not to be seen in ${missing.join(', ')}.`);
}

/** The one of an odd number of measurements that took neither long nor short. */
function middleOf(measured: readonly Measured[]): Measured {
  return measured.toSorted((a, b) => a.seconds - b.seconds)[(measured.length - 1) / 2] as Measured;
}

async function viewsOf(one: Contestant, { address, locale }: PeerPage, executablePath: string) {
  const browser = await launchBrowser([], executablePath);
  try {
    return await firstViews(one, { course: address, list: `/${locale}/courses/` }, browser);
  } finally {
    await browser.close();
  }
}
