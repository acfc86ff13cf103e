import { basename } from 'node:path/posix';
import { draftRef, existingDraft, listDrafts, publishedCommit } from './drafts.ts';
import { blobsOf, filesIn, readBlobs, type TreeFile, writeBlob } from './objects.ts';
import { folderOf, mediaRoot, placeOf, placeOfFile } from './places.ts';
import { publishChanges } from './publishing.ts';
import { Refusal } from './refusal.ts';
import type { Repository } from './repository.ts';
import { readUpload } from './uploads.ts';
import type { Action } from './work.ts';

/**
 * The files of a media folder. Decap expects the bytes of all of them; who asks with `lean` gets their sizes, and reads
 * the bytes at `api/media/<id>/<name>` when they are shown.
 */
export const getMedia: Action = async ({ repository }, { mediaFolder, lean }) => {
  if (!repository.media) return [];
  const folder = folderOf(repository, mediaFolder ?? mediaRoot);
  const files = await filesIn(repository, await publishedCommit(repository), folder);
  const known = files.filter(({ file }) => placeOfFile(repository, file)?.kind === 'media');
  return lean === true ? known.map((file) => lineOf(repository, file)) : withBytes(repository, known);
};

export const getMediaFile: Action = async ({ repository }, { path, lean }) =>
  readMedia(repository, await publishedCommit(repository), path, lean === true);

export const unpublishedEntryMediaFile: Action = async ({ repository }, { collection, slug, path, lean }) => {
  const { tip } = await existingDraft(repository, draftRef(collection, slug));
  return readMedia(repository, tip, path, lean === true);
};

/** True for a blob that lies in the media folder of what is published, or of a draft: no other file of the repository is shown. */
export async function isMedia(repository: Repository, blob: string): Promise<boolean> {
  const { media } = repository;
  if (!media) return false;
  const isIn = async (commit: string) =>
    (await filesIn(repository, commit, media)).some((file) => file.blob === blob);
  if (await isIn(await publishedCommit(repository))) return true;
  for (const { tip } of await listDrafts(repository)) if (await isIn(tip)) return true;
  return false;
}

/** Uploads from the media library are published at once: Decap has no drafts of them. */
export const persistMedia: Action = async (desk, { asset, options, lean }, asker) => {
  const { place, bytes } = await readUpload(desk.repository, asset);
  const blob = await writeBlob(desk.repository, bytes);
  await refuseReplaced(
    desk.repository,
    await publishedCommit(desk.repository),
    new Map([[place.file, blob]]),
  );
  const subject =
    (options as { commitMessage?: unknown } | undefined)?.commitMessage ?? `Upload ${place.path}`;
  await publishChanges(desk, new Map([[place.file, blob]]), String(subject), asker);
  const file = { file: place.file, blob, size: bytes.length };
  return lean === true ? lineOf(desk.repository, file) : (await withBytes(desk.repository, [file]))[0];
};

/** Refuses files that would silently take the place of others with the same name, in `commit` or in what is published. */
export async function refuseReplaced(
  repository: Repository,
  commit: string,
  uploads: ReadonlyMap<string, string>,
): Promise<void> {
  for (const each of new Set([commit, await publishedCommit(repository)])) {
    const present = await blobsOf(repository, each, [...uploads.keys()]);
    for (const [file, blob] of uploads) {
      const other = present.get(file);
      if (other && other !== blob) throw new Refusal('stale', 'editing.sameName', { path: basename(file) });
    }
  }
}

async function readMedia(repository: Repository, commit: string, path: unknown, lean: boolean) {
  const { file } = placeOf(repository, path);
  const blob = (await blobsOf(repository, commit, [file])).get(file);
  if (!blob) throw new Refusal('not-found', 'editing.noFile', { path: String(path) });
  if (!lean) return (await withBytes(repository, [{ file, blob, size: 0 }]))[0];
  const size = Number((await repository.git(['cat-file', '-s', blob])).toString());
  return lineOf(repository, { file, blob, size });
}

function lineOf(repository: Repository, { file, blob, size }: TreeFile) {
  return { id: blob, name: basename(file), path: placeOfFile(repository, file)?.path ?? file, size };
}

async function withBytes(repository: Repository, files: readonly TreeFile[]) {
  const read = await readBlobs(
    repository,
    files.map(({ blob }) => blob),
  );
  return files.map((file, index) => ({
    ...lineOf(repository, file),
    content: read[index]?.toString('base64') ?? '',
    encoding: 'base64',
  }));
}
