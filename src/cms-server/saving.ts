import { basesOf, refuseStale } from './bases.ts';
import { draftMessage, draftRef, findDraft, isStatus, publishedCommit, subjectOf } from './drafts.ts';
import { refuseMistaken } from './entry-mistakes.ts';
import { refuseReplaced } from './media.ts';
import { commitTree, treeWith, writeBlob } from './objects.ts';
import { publishChanges } from './publishing.ts';
import { commitOf, Moved, moveRefs } from './refs.ts';
import { Refusal } from './refusal.ts';
import type { Repository } from './repository.ts';
import { type DataFile, readDataFile, readUpload } from './uploads.ts';
import type { Action, Asker, Desk } from './work.ts';

/** Saves an entry: as a commit on its draft’s branch, or at once on the published one where there is no workflow. */
export const persistEntry: Action = async (desk, params, asker) => {
  const { dataFiles, assets = [], options } = params as Record<string, unknown>;
  const { collectionName, commitMessage, useWorkflow, status } = (options ?? {}) as Record<string, unknown>;
  if (!Array.isArray(dataFiles) || !Array.isArray(assets))
    throw new Refusal('malformed', 'editing.malformed');
  const ref = draftRef(collectionName, (dataFiles[0] as { slug?: unknown } | undefined)?.slug);
  const texts = dataFiles.map((sent) => readDataFile(desk.repository, sent));
  const uploads = await Promise.all(assets.map((sent) => readUpload(desk.repository, sent)));
  if (texts.every(({ text }) => text === null)) throw new Refusal('refused', 'editing.blank');
  const written = await writeTexts(desk.repository, texts);
  const pictures = new Map<string, string>();
  for (const { place, bytes } of uploads) pictures.set(place.file, await writeBlob(desk.repository, bytes));
  const changes = new Map<string, string | null>([...written, ...pictures]);
  const subject = subjectOf(commitMessage, ref);
  if (useWorkflow === false) {
    await refuseReplaced(desk.repository, await publishedCommit(desk.repository), pictures);
    await publishChanges(desk, changes, subject, asker, written);
  } else {
    await saveDraft(desk, ref, { changes, written, pictures, subject, status, asker });
  }
  return { message: 'saved', bases: basesOf(desk.repository, written) };
};

interface Save {
  readonly changes: ReadonlyMap<string, string | null>;
  readonly written: ReadonlyMap<string, string | null>;
  readonly pictures: ReadonlyMap<string, string>;
  readonly subject: string;
  readonly status: unknown;
  readonly asker: Asker;
}

async function saveDraft(desk: Desk, ref: string, save: Save): Promise<void> {
  const { repository } = desk;
  for (let attempt = 1; ; attempt++) {
    const draft = await findDraft(repository, ref);
    const parent = draft?.tip ?? (await publishedCommit(repository));
    await refuseStale(desk, parent, save.written, save.asker);
    await refuseReplaced(repository, parent, save.pictures);
    await refuseMistaken(repository, parent, save.changes, save.written, save.asker);
    const tree = await treeWith(repository, parent, save.changes);
    if (draft && tree === draft.tree) return;
    const status = draft?.status ?? (isStatus(save.status) ? save.status : 'draft');
    const message = draftMessage(save.subject, status);
    const commit = await commitTree(repository, tree, [parent], message, save.asker.editor);
    // A branch that was published whole may still be there: it is the one to be moved, not a draft to go on with.
    const from = draft ? draft.tip : await commitOf(repository, ref);
    try {
      await moveRefs(repository, [{ ref, from, to: commit }], save.subject);
      return;
    } catch (error) {
      if (!(error instanceof Moved) || attempt === 3) throw error;
    }
  }
}

/** Blobs of all texts; a file that moves leaves its old place, and finds its new one free. */
async function writeTexts(
  repository: Repository,
  texts: readonly DataFile[],
): Promise<Map<string, string | null>> {
  const written = new Map<string, string | null>();
  for (const { former } of texts) if (former) written.set(former.file, null);
  for (const { place, text } of texts)
    written.set(place.file, text === null ? null : await writeBlob(repository, text));
  return written;
}
