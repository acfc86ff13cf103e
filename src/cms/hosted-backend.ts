import { isBlankFile } from './format.ts';
import {
  type GitHostBackend,
  type GitHostClass,
  type HostedEntry,
  type HostedFile,
  type HostedUser,
  type ListedText,
  NotThere,
  type PersistOptions,
  statusOf,
} from './git-host.ts';
import { withListFacts } from './list-facts.ts';
import { Refused } from './tab.ts';
import { refuseForbidden, type Upload, withShownUploads } from './uploads.ts';
import { readWholeTrees } from './whole-trees.ts';
import type { EditorWords } from './words.ts';

/** What the wrapper says, and to whom it says that somebody may not write. */
export interface HostedPlace {
  readonly words: EditorWords;
  readonly repository: string;
  readonly tellNoAccess: (sentence: string) => void;
  /** The files that were published since a draft’s branch was begun, where a save would write the form’s text over them. */
  readonly changedSince?: (backend: GitHostBackend, draft: string) => Promise<readonly string[]>;
}

/**
 * Decap’s backend for a git host, with what the academy needs of each: lists that know more than their files say,
 * entries that lack a language, no blank files, no uploads that our own server would refuse, and no save over a change of somebody else.
 */
export function hostedBackend(
  Backend: GitHostClass,
  { words, repository, tellNoAccess, changedSince }: HostedPlace,
): GitHostClass {
  return class Hosted extends Backend {
    /** The text of each file as this tab has read or written it; a file that is not there has none. */
    readonly #known = new Map<string, string | undefined>();
    /** Files that could not be read, which is not to say that they are not there. */
    readonly #unread = new Set<string>();

    override async authenticate(credentials: object): Promise<HostedUser> {
      try {
        // The picture of a user may lie anywhere, and the page may fetch nothing from there.
        const { avatar_url: _, ...user } = await super.authenticate(credentials);
        refuseOverwriting(this.api, words);
        readWholeTrees(this.api);
        return user;
      } catch (error) {
        if (statusOf(error) !== 404 && !/does not have access/.test(String(error))) throw error;
        const sentence = words.t('cms.access.refused', { repository });
        tellNoAccess(sentence);
        throw new Refused(sentence, 403);
      }
    }

    /** All of a collection: a page of files would end between the languages of an entry. */
    override entriesByFolder(folder: string, extension: string, depth: number): Promise<ListedText[]> {
      return this.allEntriesByFolder(folder, extension, depth);
    }

    override async allEntriesByFolder(
      folder: string,
      extension: string,
      depth: number,
      places?: RegExp,
    ): Promise<ListedText[]> {
      const files = await super.allEntriesByFolder(folder, extension, depth, places);
      const drafts = await this.unpublishedEntries();
      return withListFacts(files, {
        now: Date.now(),
        drafts: Array.isArray(drafts) ? drafts : [],
        locale: words.locale,
      });
    }

    override async getEntry(path: string): Promise<ListedText> {
      return { file: { path }, data: await this.#noting(path, () => this.#published(path)) };
    }

    override unpublishedEntryDataFile(
      collection: string,
      slug: string,
      path: string,
      id: string | null,
    ): Promise<string> {
      return this.#noting(path, () => super.unpublishedEntryDataFile(collection, slug, path, id));
    }

    override async persistEntry(entry: HostedEntry, options: PersistOptions): Promise<unknown> {
      const dataFiles = entry.dataFiles.filter(({ path, raw }) => !isBlankFile(raw) || this.#known.get(path));
      const { assets } = withShownUploads(entry);
      for (const upload of assets) await refuseForbidden(upload, words);
      await this.#refuseStale(entry, options);
      const saved = await super.persistEntry({ ...entry, dataFiles, assets }, options);
      for (const { path, raw } of dataFiles) this.#known.set(path, raw);
      return saved;
    }

    override async persistMedia(upload: Upload, options: object): Promise<unknown> {
      await refuseForbidden(upload, words);
      return super.persistMedia(upload, options);
    }

    override async publishUnpublishedEntry(collection: string, slug: string): Promise<unknown> {
      try {
        return await super.publishUnpublishedEntry(collection, slug);
      } catch (error) {
        const status = statusOf(error) ?? 0;
        if ([401, 403].includes(status)) throw new Refused(words.t('cms.hosted.mayNotPublish'), 403);
        if ([405, 406, 409, 422].includes(status)) throw new Refused(words.t('cms.hosted.conflict'), 409);
        throw error;
      }
    }

    /** The files of an entry that are there: a git host refuses to delete what is not. */
    override async deleteFiles(paths: readonly string[], message: string): Promise<unknown> {
      const isThere = async (path: string) =>
        !/\.(?:mdx|yaml)$/.test(path) || (await ifThere(this.#published(path))) !== undefined;
      const there = await Promise.all(paths.map(isThere));
      return super.deleteFiles(
        paths.filter((_, index) => there[index]),
        message,
      );
    }

    /** A published file. Of one that is not there GitLab says so; the others’ backends give an empty text. */
    async #published(path: string): Promise<string> {
      const { data } = await super.getEntry(path);
      if (data === '') throw new NotThere(path);
      return data;
    }

    async #noting(path: string, read: () => Promise<string>): Promise<string> {
      this.#unread.add(path);
      try {
        const text = await read();
        this.#known.set(path, text);
        this.#unread.delete(path);
        return text;
      } catch (error) {
        if (statusOf(error) === 404) {
          this.#known.delete(path);
          this.#unread.delete(path);
        }
        throw error;
      }
    }

    /** Compares what lies on the git host with what this tab knows of it. */
    async #refuseStale({ dataFiles }: HostedEntry, options: PersistOptions): Promise<void> {
      const { newEntry, unpublished, collectionName } = options;
      if (dataFiles.some(({ path }) => this.#unread.has(path)))
        throw new Refused(words.t('cms.hosted.unread'), 409);
      const lying = ({ path, slug }: HostedFile) =>
        unpublished
          ? super.unpublishedEntryDataFile(collectionName, slug, path, null)
          : this.#published(path);
      const texts = await Promise.all(dataFiles.map((file) => ifThere(lying(file))));
      const expected = ({ path }: HostedFile) => (newEntry ? undefined : this.#known.get(path));
      if (dataFiles.some((file, index) => texts[index] !== expected(file)))
        throw new Refused(words.t(newEntry ? 'editing.stale.exists' : 'cms.hosted.stale'), 409);
      const [first] = dataFiles;
      if (!unpublished || !first || !changedSince) return;
      const changed = await changedSince(this, `cms/${collectionName}/${first.slug}`);
      if (dataFiles.some(({ path }) => changed.includes(path)))
        throw new Refused(words.t('cms.hosted.conflict'), 409);
    }
  };
}

/** GitLab moves a draft onto what was published meanwhile before it writes the form’s text over it. */
export async function changedOnGitLab({ api, branch }: GitHostBackend, draft: string): Promise<string[]> {
  const changed = (await api?.getDifferences?.(branch, draft)) ?? [];
  return (changed as readonly { readonly path: string }[]).map(({ path }) => path);
}

/** GitHub’s backend does the same. */
export async function changedOnGitHub({ api, branch }: GitHostBackend, draft: string): Promise<string[]> {
  const changed = (await api?.getDifferences?.(draft, branch)) ?? { files: [] };
  const { files } = changed as { readonly files: readonly { readonly filename: string }[] };
  return files.map(({ filename }) => filename);
}

/** Where GitHub can’t merge a draft, Decap writes it over what is published: changes of others would be lost. */
function refuseOverwriting(api: GitHostBackend['api'], words: EditorWords): void {
  if (!api?.forceMergePR) return;
  api.forceMergePR = async () => {
    throw new Refused(words.t('cms.hosted.conflict'), 409);
  };
}

/** What is read; undefined where the git host has no such file. */
async function ifThere<Text>(reading: Promise<Text>): Promise<Text | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (statusOf(error) === 404) return undefined;
    throw error;
  }
}
