import { basesOf, momentIn, refuseStale, refuseUnseen } from './bases.ts';
import { changedByHand, isCheckedOut } from './checkout.ts';
import { differencesBetween, lastChange, originOf } from './comparison.ts';
import {
  type Draft,
  draftMessage,
  draftRef,
  existingDraft,
  isStatus,
  publishedCommit,
  subjectOf,
} from './drafts.ts';
import { publishMoves } from './journal.ts';
import { blobsOf, type Changes, commitTree, treeOf, treeWith } from './objects.ts';
import { placeOf, placeOfFile } from './places.ts';
import { commitOf, type Move, Moved, moveRefs } from './refs.ts';
import { Refusal } from './refusal.ts';
import type { Action, Asker, Desk } from './work.ts';

export const updateUnpublishedEntryStatus: Action = async (desk, { collection, slug, newStatus }, asker) => {
  const { repository } = desk;
  const draft = await existingDraft(repository, draftRef(collection, slug));
  if (!isStatus(newStatus)) throw new Refusal('malformed', 'editing.malformed');
  if (draft.status === newStatus) return {};
  if (newStatus === 'pending_publish') await refuseUnready(desk, draft, asker);
  const message = draftMessage(`${draft.collection}/${draft.slug}: ${newStatus}`, newStatus);
  const commit = await commitTree(repository, draft.tree, [draft.tip], message, asker.editor);
  await moveRefs(repository, [{ ref: draft.ref, from: draft.tip, to: commit }], message);
  return {};
};

/** “Ready” means that it can be published: what others have to do with it is checked before an editor waits for it. */
async function refuseUnready(desk: Desk, draft: Draft, { locale }: Asker): Promise<void> {
  const { repository, newMistakes } = desk;
  const published = await publishedCommit(repository);
  const origin = await originOf(repository, published, draft.tip);
  const differences = await differencesBetween(repository, origin, draft.tip);
  const tree = await treeWith(repository, published, new Map(differences.map(({ file, to }) => [file, to])));
  const mistakes = await newMistakes(tree, locale, `${draft.collection}/${draft.slug}`);
  if (mistakes) throw new Refusal('mistakes', 'editing.notReady', { mistakes });
}

/** Merges a draft into what is published. Refused where the published files have changed since the draft began. */
export const publishUnpublishedEntry: Action = async (desk, { collection, slug }, asker) => {
  const { repository } = desk;
  const draft = await existingDraft(repository, draftRef(collection, slug));
  const published = await publishedCommit(repository);
  const origin = await originOf(repository, published, draft.tip);
  const differences = await differencesBetween(repository, origin, draft.tip);
  const files = differences.map(({ file }) => file);
  const foreign = files.find((file) => !placeOfFile(repository, file));
  if (foreign) throw new Refusal('conflict', 'editing.foreign', { file: foreign });
  await refuseUnseen(desk, draft.tip, files, asker);
  const present = await blobsOf(repository, published, files);
  for (const { file, from, to } of differences) {
    const blob = present.get(file) ?? null;
    if (blob === from || blob === to) continue;
    const by = await lastChange(repository, published, file);
    const when = momentIn(asker.locale, by?.at ?? new Date());
    throw new Refusal('conflict', 'editing.conflict', { name: by?.name ?? '', when });
  }
  const changes = new Map(differences.map(({ file, to }) => [file, to]));
  const removal: Move = { ref: draft.ref, from: draft.tip, to: null };
  const subject = `Publish ${draft.collection}/${draft.slug}`;
  const entry = `${draft.collection}/${draft.slug}`;
  await publish(desk, { published, changes, subject, entry, parents: [draft.tip], moves: [removal] }, asker);
  return {};
};

/** Gives a draft up. Its commits stay under refs/cms-discarded, where nobody sees them and git keeps them. */
export const deleteUnpublishedEntry: Action = async (desk, { collection, slug }, asker) => {
  const { repository } = desk;
  const draft = await existingDraft(repository, draftRef(collection, slug));
  const origin = await originOf(repository, await publishedCommit(repository), draft.tip);
  const files = (await differencesBetween(repository, origin, draft.tip)).map(({ file }) => file);
  await refuseUnseen(desk, draft.tip, files, asker);
  const kept = `refs/cms-discarded/${draft.collection}/${draft.slug}/${draft.tip.slice(0, 12)}`;
  const moves = [
    { ref: kept, from: await commitOf(repository, kept), to: draft.tip },
    { ref: draft.ref, from: draft.tip, to: null },
  ];
  await moveRefs(repository, moves, `${asker.editor.name} discarded ${draft.collection}/${draft.slug}`);
  return {};
};

/** Deletes published files: those of an entry in all languages, or of the media folder. Those that are not there do not count. */
export const deleteFiles: Action = async (desk, { paths, options }, asker) => {
  if (!Array.isArray(paths)) throw new Refusal('malformed', 'editing.malformed');
  const { repository } = desk;
  const places = paths.map((path) => placeOf(repository, path));
  const present = await blobsOf(
    repository,
    await publishedCommit(repository),
    places.map(({ file }) => file),
  );
  const there = places.filter(({ file }) => present.get(file));
  if (there.length === 0) throw new Refusal('not-found', 'editing.noFile', { path: String(paths[0]) });
  const changes = new Map(there.map(({ file }) => [file, null]));
  const texts = new Map(there.filter(({ kind }) => kind === 'content').map(({ file }) => [file, null]));
  const subject = subjectOf(
    (options as { commitMessage?: unknown } | undefined)?.commitMessage,
    `Delete ${there[0]?.path}`,
  );
  await publishChanges(desk, changes, subject, asker, texts);
  const gone = new Map(places.map(({ file }) => [file, null]));
  return { message: 'deleted', bases: basesOf(repository, gone) };
};

/** Changes what is published, in a commit of its own. The files of `seen` must be as the asking tab has seen them. */
export async function publishChanges(
  desk: Desk,
  changes: Changes,
  subject: string,
  asker: Asker,
  seen: Changes = new Map(),
): Promise<void> {
  const published = await publishedCommit(desk.repository);
  await refuseStale(desk, published, seen, asker);
  await publish(desk, { published, changes, subject: subjectOf(subject, 'Change content') }, asker);
}

interface Publication {
  readonly published: string;
  readonly changes: Changes;
  readonly subject: string;
  readonly entry?: string;
  /** Beside what is published. */
  readonly parents?: readonly string[];
  readonly moves?: readonly Move[];
}

async function publish(desk: Desk, publication: Publication, asker: Asker): Promise<void> {
  const { repository } = desk;
  const { published, changes, subject, entry, parents = [], moves = [] } = publication;
  const before = await blobsOf(repository, published, [...changes.keys()]);
  const refresh = new Map([...changes].map(([file, to]) => [file, { from: before.get(file) ?? null, to }]));
  await refuseDirty(desk, before);
  const tree = await treeWith(repository, published, changes);
  if (moves.length === 0 && tree === (await treeOf(repository, published))) return;
  const mistakes = await desk.newMistakes(tree, asker.locale, entry);
  if (mistakes) throw new Refusal('mistakes', 'editing.mistakes', { mistakes });
  const commit = await commitTree(repository, tree, [published, ...parents], `${subject}\n`, asker.editor);
  const main = { ref: repository.published, from: published, to: commit };
  try {
    await publishMoves(repository, [main, ...moves], refresh, subject);
  } catch (error) {
    if (error instanceof Moved) throw new Refusal('conflict', 'editing.moved');
    throw error;
  }
  await desk.published(commit, entry);
}

/** A developer’s work on the same files, not committed yet, would be lost or would undo what is published. */
async function refuseDirty({ repository }: Desk, files: Changes): Promise<void> {
  if (!(await isCheckedOut(repository)))
    throw new Refusal('other-branch', 'editing.otherBranch', {
      branch: repository.published.replace('refs/heads/', ''),
    });
  const [dirty] = await changedByHand(repository, files);
  if (dirty) throw new Refusal('dirty', 'editing.dirty', { file: dirty });
}
