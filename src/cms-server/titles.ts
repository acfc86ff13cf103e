import { load, YAMLException } from 'js-yaml';
import { nameFields } from '../cms/collections.ts';
import { distinctTitles, type Titles } from '../cms/titles.ts';
import { defaultLocale } from '../i18n/locales.ts';
import { partsOf } from '../loader/front-matter.ts';
import { type CollectionName, collectionNames, collections } from '../schema/collections.ts';
import { listDrafts, publishedCommit } from './drafts.ts';
import { blobsOf, filesIn, readBlobs } from './objects.ts';
import type { Repository } from './repository.ts';

type Values = Readonly<Record<string, unknown>>;

/**
 * The titles by which forms name entries, of all that editors work with: what is published, what will be later, and drafts.
 * A session goes by the title of its course and its first day.
 */
export async function titlesOfAll(repository: Repository): Promise<Readonly<Record<string, Titles>>> {
  const values = await valuesOfAll(repository);
  const titleOf = (collection: CollectionName, slug: string): string => {
    const entry = values.get(`${collection}/${slug}`) ?? {};
    if (collection !== 'sessions') return String(entry[nameFields[collection] ?? 'title'] ?? slug);
    const [first] = Array.isArray(entry['meetings']) ? (entry['meetings'] as { date?: unknown }[]) : [];
    return `${titleOf('courses', String(entry['course']))} · ${first?.date ?? slug}`;
  };
  const named = Map.groupBy(values.keys(), (entry) => entry.split('/', 1)[0] ?? '');
  return Object.fromEntries(
    [...named].map(([collection, entries]) => {
      const slugs = entries.map((entry) => entry.slice(collection.length + 1));
      const titles = slugs.map((slug) => [slug, titleOf(collection as CollectionName, slug)] as const);
      return [collection, distinctTitles(titles.toSorted(([, one], [, other]) => one.localeCompare(other)))];
    }),
  );
}

/** The title of another entry that has this code; undefined where there is none. */
export async function titleOfCode(
  repository: Repository,
  code: string,
  own: string,
): Promise<string | undefined> {
  const wanted = code.toLowerCase();
  const [, other] =
    [...(await valuesOfAll(repository))].find(
      ([entry, values]) => entry !== own && String(values['code']).toLowerCase() === wanted,
    ) ?? [];
  return other && String(other['title'] ?? other['code']);
}

/** The fields of each entry’s main file, by `collection/slug`; a draft’s are those of the draft. */
async function valuesOfAll(repository: Repository): Promise<Map<string, Values>> {
  const blobs = new Map<string, { readonly blob: string; readonly extension: 'mdx' | 'yaml' }>();
  const published = await publishedCommit(repository);
  for (const { file, blob } of await filesIn(repository, published, repository.content)) {
    const [, collection = '', slug = ''] = mainFile.exec(file.slice(repository.content.length + 1)) ?? [];
    if (!isCollection(collection)) continue;
    blobs.set(`${collection}/${slug}`, { blob, extension: collections[collection].extension });
  }
  for (const { collection, slug, tip } of await listDrafts(repository)) {
    if (!isCollection(collection)) continue;
    const { extension } = collections[collection];
    const file = `${repository.content}/${collection}/${slug}.${defaultLocale}.${extension}`;
    const blob = (await blobsOf(repository, tip, [file])).get(file);
    if (blob) blobs.set(`${collection}/${slug}`, { blob, extension });
  }
  const found = [...blobs];
  const texts = await readBlobs(
    repository,
    found.map(([, { blob }]) => blob),
  );
  return new Map(
    found.map(([entry, { extension }], index) => [entry, valuesIn(extension, String(texts[index]))]),
  );
}

const mainFile = new RegExp(`^([a-z]+)/([^/.]+)\\.${defaultLocale}\\.(?:mdx|yaml)$`);

function isCollection(name: string): name is CollectionName {
  return (collectionNames as readonly string[]).includes(name);
}

/** A file that can’t be read is offered by its slug. */
function valuesIn(extension: 'mdx' | 'yaml', text: string): Values {
  try {
    return (load(partsOf(extension, text.replace(/\r\n?/g, '\n')).yaml) ?? {}) as Values;
  } catch (error) {
    if (error instanceof YAMLException) return {};
    throw error;
  }
}
