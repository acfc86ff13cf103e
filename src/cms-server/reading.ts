import { differencesBetween, originOf } from './comparison.ts';
import { draftRef, existingDraft, listDrafts, publishedCommit } from './drafts.ts';
import { blobsOf, filesIn, readBlobs, type TreeFile } from './objects.ts';
import { folderOf, type Place, placeOf, placeOfFile } from './places.ts';
import { Refusal } from './refusal.ts';
import type { Repository } from './repository.ts';
import type { Action } from './work.ts';

export const entriesByFolder: Action = async ({ repository }, { folder, extension }) => {
  const wanted = folderOf(repository, folder);
  const files = await filesIn(repository, await publishedCommit(repository), wanted);
  const ending = `.${String(extension).replace(/^\./, '')}`;
  return readEntries(
    repository,
    files.filter(({ file }) => file.endsWith(ending)),
  );
};

export const entriesByFiles: Action = async ({ repository }, { files }) => {
  if (!Array.isArray(files)) throw new Refusal('malformed', 'editing.malformed');
  const places = files.map((file: { path?: unknown; label?: unknown }) => placeOf(repository, file?.path));
  const blobs = await blobsOf(
    repository,
    await publishedCommit(repository),
    places.map(({ file }) => file),
  );
  const labels = new Map(
    places.map(({ file }, index) => [file, (files[index] as { label?: unknown }).label]),
  );
  const present = [...blobs].flatMap(([file, blob]) => (blob ? [{ file, blob, size: 0 }] : []));
  return readEntries(repository, present, labels);
};

export const getEntry: Action = async ({ repository }, { path }) => {
  const place = placeOf(repository, path);
  const { data, id } = await readText(repository, await publishedCommit(repository), place);
  return { data, file: { path: place.path, id } };
};

export const unpublishedEntries: Action = async ({ repository }) =>
  (await listDrafts(repository)).map(({ collection, slug }) => `${collection}/${slug}`);

export const unpublishedEntry: Action = async ({ repository }, { id, collection, slug }) => {
  const [ofId, slugOfId] = typeof id === 'string' ? id.split('/') : [];
  const draft = await existingDraft(repository, draftRef(collection ?? ofId, slug ?? slugOfId));
  const published = await publishedCommit(repository);
  const origin = await originOf(repository, published, draft.tip);
  const differences = await differencesBetween(repository, origin, draft.tip);
  const diffs = differences.flatMap(({ file, from, to }) => {
    const place = placeOfFile(repository, file);
    return place && to ? [{ id: to, path: place.path, newFile: from === null }] : [];
  });
  return {
    id: `${draft.collection}/${draft.slug}`,
    collection: draft.collection,
    slug: draft.slug,
    status: draft.status,
    diffs: diffs.length > 0 ? diffs : await unchangedFiles(repository, draft),
    updatedAt: draft.updatedAt,
    pullRequestAuthor: draft.author,
  };
};

export const unpublishedEntryDataFile: Action = async ({ repository }, { collection, slug, path }) => {
  const { tip } = await existingDraft(repository, draftRef(collection, slug));
  return readText(repository, tip, placeOf(repository, path));
};

/** A draft in which nothing differs yet: its entry’s own files, so that Decap finds what to open. */
async function unchangedFiles(
  repository: Repository,
  draft: { collection: string; slug: string; tip: string },
) {
  const files = await filesIn(repository, draft.tip, `${repository.content}/${draft.collection}`);
  return files.flatMap(({ file, blob }) => {
    const place = placeOfFile(repository, file);
    const name = file.slice(file.lastIndexOf('/') + 1);
    return place && name.startsWith(`${draft.slug}.`) ? [{ id: blob, path: place.path, newFile: false }] : [];
  });
}

async function readText(repository: Repository, commit: string, place: Place) {
  const blob = (await blobsOf(repository, commit, [place.file])).get(place.file);
  if (!blob) throw new Refusal('not-found', 'editing.noFile', { path: place.path });
  const [bytes] = await readBlobs(repository, [blob]);
  return { data: String(bytes), id: blob };
}

async function readEntries(
  repository: Repository,
  files: readonly TreeFile[],
  labels?: ReadonlyMap<string, unknown>,
) {
  const named = files.flatMap(({ file, blob }) => {
    const place = placeOfFile(repository, file);
    return place ? [{ path: place.path, blob, label: labels?.get(file) }] : [];
  });
  const read = await readBlobs(
    repository,
    named.map(({ blob }) => blob),
  );
  return named.map(({ path, blob, label }, index) => ({
    data: String(read[index]),
    file: { path, id: blob, label },
  }));
}
