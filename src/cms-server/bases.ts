import { lastChange } from './comparison.ts';
import { blobsOf, type Changes } from './objects.ts';
import { placeOfFile } from './places.ts';
import { Refusal } from './refusal.ts';
import type { Repository } from './repository.ts';
import type { Asker, Desk } from './work.ts';

/**
 * Refuses changes to files that are not, in `commit`, what the asking tab has seen. A file that already is what it is to
 * become passes: the answer to an earlier try may have been lost.
 */
export async function refuseStale(
  { repository }: Desk,
  commit: string,
  changes: Changes,
  { bases, locale }: Asker,
): Promise<void> {
  const present = await blobsOf(repository, commit, [...changes.keys()]);
  for (const [file, to] of changes) {
    const blob = present.get(file) ?? null;
    if (blob === to || hasSeen(bases[placeOfFile(repository, file)?.path ?? ''], blob)) continue;
    const by = await lastChange(repository, commit, file);
    if (!by) throw new Refusal('stale', 'editing.stale.exists');
    throw new Refusal('stale', 'editing.stale', { name: by.name, when: momentIn(locale, by.at) });
  }
}

/** The files the tab has read under these names must still be as it read them; those it never read do not count. */
export async function refuseUnseen(
  desk: Desk,
  commit: string,
  files: readonly string[],
  asker: Asker,
): Promise<void> {
  const present = await blobsOf(desk.repository, commit, files);
  const read = files.filter(
    (file) => asker.bases[placeOfFile(desk.repository, file)?.path ?? ''] !== undefined,
  );
  const unseen = read.filter((file) => {
    const known = asker.bases[placeOfFile(desk.repository, file)?.path ?? ''];
    return !hasSeen(known, present.get(file) ?? null);
  });
  const [first] = unseen;
  if (!first) return;
  const by = await lastChange(desk.repository, commit, first);
  const when = momentIn(asker.locale, by?.at ?? new Date());
  throw new Refusal('stale', 'editing.stale.look', { name: by?.name ?? '', when });
}

/** The revisions of files after a change, for the tab that made it. */
export function basesOf(
  repository: Repository,
  changes: ReadonlyMap<string, string | null>,
): Record<string, string[]> {
  return Object.fromEntries(
    [...changes].map(([file, blob]) => [placeOfFile(repository, file)?.path ?? file, [blob ?? '']]),
  );
}

export function momentIn(locale: Asker['locale'], moment: Date): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(moment);
}

function hasSeen(known: readonly string[] = [], blob: string | null): boolean {
  return blob === null ? known.length === 0 || known.includes('') : known.includes(blob);
}
