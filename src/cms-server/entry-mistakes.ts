import { basename } from 'node:path/posix';
import { mistakeInWords } from '../cms/mistake-words.ts';
import { editorWords } from '../cms/words.ts';
import { defaultLocale, locales } from '../i18n/locales.ts';
import { readBody } from '../loader/body.ts';
import type { ContentFile } from '../loader/files.ts';
import { type LoadedEntry, readEntry } from '../loader/read-entry.ts';
import { type CollectionName, collections } from '../schema/collections.ts';
import { halvesOfForms } from '../schema/forms.ts';
import type { Mistake } from '../schema/mistakes.ts';
import { publishedCommit } from './drafts.ts';
import { blobsOf, type Changes, readBlobs } from './objects.ts';
import { placeOf } from './places.ts';
import { Refusal } from './refusal.ts';
import type { Repository } from './repository.ts';
import { titleOfCode } from './titles.ts';
import type { Asker } from './work.ts';

/**
 * Refuses an entry that the build would refuse for its own sake: with the same reader, in all its languages, those that
 * are not part of the save as they are in `commit`. What it says of other entries is checked before it is published.
 */
export async function refuseMistaken(
  repository: Repository,
  commit: string,
  changes: Changes,
  written: Changes,
  { locale }: Asker,
): Promise<void> {
  const files = await filesOfEntry(repository, commit, written);
  const [first] = files;
  if (!first) return;
  const { entry, mistakes } = readEntry(files, halvesOfForms()[first.collection], readBody, '');
  const media = entry.references.flatMap(({ to, path, ...place }) =>
    'media' in to ? [{ ...place, path, media: to.media }] : [],
  );
  const present = await presentMedia(repository, commit, changes, new Set(media.map(({ media }) => media)));
  const missing = media
    .filter(({ media }) => present.get(media) === false)
    .map(({ file, path, line, media }): Mistake => {
      const params = { path: media };
      return { file, field: path.join('.'), key: 'mistakes.missingFile', params, ...(line && { line }) };
    });
  const found = [...mistakes, ...missing, ...(await takenCode(repository, entry))];
  if (found.length === 0) return;
  const texts = new Map(files.map(({ file, text }) => [file, text.split('\n')]));
  const lineOf = ({ file, line }: Mistake) => (line ? texts.get(file)?.[line - 1] : undefined);
  const words = editorWords(locale);
  const sentences = new Set(found.map((mistake) => mistakeInWords(mistake, words, { lineOf })));
  throw new Refusal('mistakes', 'editing.unfinished', { mistakes: [...sentences].join('\n') });
}

/** A course that was duplicated asks for a code of its own at once. */
async function takenCode(
  repository: Repository,
  { collection, slug, facts }: LoadedEntry,
): Promise<readonly Mistake[]> {
  const { code } = facts;
  if (typeof code !== 'string') return [];
  const other = await titleOfCode(repository, code, `${collection}/${slug}`);
  const file = `${collection}/${slug}.${defaultLocale}.${collections[collection].extension}`;
  return other ? [{ file, field: 'code', key: 'mistakes.duplicateCode', params: { code, file: other } }] : [];
}

async function filesOfEntry(
  repository: Repository,
  commit: string,
  written: Changes,
): Promise<ContentFile[]> {
  const [some] = [...written].filter(([, blob]) => blob !== null).map(([file]) => file);
  if (!some) return [];
  const folder = some.slice(repository.content.length + 1);
  const collection = folder.slice(0, folder.indexOf('/')) as CollectionName;
  const [slug = ''] = basename(some).split('.');
  const { extension } = collections[collection];
  const named = locales.map((locale) => {
    const file = `${collection}/${slug}.${locale}.${extension}`;
    return { file, collection, slug, locale, inRepository: `${repository.content}/${file}` };
  });
  const committed = await blobsOf(
    repository,
    commit,
    named.map(({ inRepository }) => inRepository),
  );
  const present = named.flatMap(({ inRepository, ...file }) => {
    const blob = written.has(inRepository) ? written.get(inRepository) : committed.get(inRepository);
    return blob ? [{ ...file, blob }] : [];
  });
  const texts = await readBlobs(
    repository,
    present.map(({ blob }) => blob),
  );
  return present.map(({ blob, ...file }, index) => ({
    ...file,
    digest: blob,
    text: String(texts[index])
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n'),
  }));
}

/** Which files of the media folder there are, for whoever names them: in the save, in its draft, or published meanwhile. */
async function presentMedia(
  repository: Repository,
  commit: string,
  changes: Changes,
  named: ReadonlySet<string>,
): Promise<Map<string, boolean>> {
  if (!repository.media) return new Map();
  const places = [...named].flatMap((media) => {
    try {
      return [[media, placeOf(repository, `public${media}`).file] as const];
    } catch (error) {
      if (error instanceof Refusal) return [];
      throw error;
    }
  });
  const files = places.map(([, file]) => file);
  const commits = [commit, await publishedCommit(repository)];
  const [draft, published] = await Promise.all(commits.map((each) => blobsOf(repository, each, files)));
  return new Map(
    places.map(([media, file]) => [
      media,
      Boolean(changes.get(file) ?? draft?.get(file) ?? published?.get(file)),
    ]),
  );
}
