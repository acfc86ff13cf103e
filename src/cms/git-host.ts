/** What we use of Decap’s backends for git hosts, which bring no types. */

import type { Upload } from './uploads.ts';

/** A file of a list, with its text. */
export interface ListedText {
  readonly data: string;
  readonly file: { readonly path: string };
}

export interface HostedUser {
  readonly token: string;
  readonly name?: string;
  readonly login?: string;
  readonly avatar_url?: string;
}

export interface HostedFile {
  readonly path: string;
  readonly slug: string;
  readonly raw: string;
}

export interface HostedEntry {
  readonly dataFiles: readonly HostedFile[];
  readonly assets: readonly Upload[];
}

export interface PersistOptions {
  readonly newEntry?: boolean;
  readonly useWorkflow: boolean;
  /** True where the entry has a draft. */
  readonly unpublished: boolean;
  readonly collectionName: string;
}

/** A backend of Decap that works on a git host. */
export interface GitHostBackend {
  authenticate(credentials: object): Promise<HostedUser>;
  entriesByFolder(folder: string, extension: string, depth: number): Promise<ListedText[]>;
  allEntriesByFolder(
    folder: string,
    extension: string,
    depth: number,
    places?: RegExp,
  ): Promise<ListedText[]>;
  getEntry(path: string): Promise<ListedText>;
  /** The names of drafts: collection/slug. A backend without drafts answers something else. */
  unpublishedEntries(): Promise<unknown>;
  unpublishedEntryDataFile(
    collection: string,
    slug: string,
    path: string,
    id: string | null,
  ): Promise<string>;
  persistEntry(entry: HostedEntry, options: PersistOptions): Promise<unknown>;
  persistMedia(upload: Upload, options: object): Promise<unknown>;
  publishUnpublishedEntry(collection: string, slug: string): Promise<unknown>;
  deleteFiles(paths: readonly string[], message: string): Promise<unknown>;
  api?: {
    /** Forgejo, Gitea, GitHub: an answer of the host’s API. */
    request?: (
      path: string,
      options?: { readonly params?: Readonly<Record<string, unknown>> },
      ...others: unknown[]
    ) => Promise<unknown>;
    /** GitHub: what it does where a draft can’t be merged; it writes the draft over what is published. */
    forceMergePR?: (draft: object) => Promise<unknown>;
    /** GitLab: the files that the first changed since it parted from the second. GitHub: those that the second did. */
    getDifferences?: (one: string, other: string) => Promise<unknown>;
  } | null;
  readonly branch: string;
}

/** A file that the git host does not have. */
export class NotThere extends Error {
  readonly status = 404;
}

export type GitHostClass = new (config: object, options?: object) => GitHostBackend;

/** The status with which a git host answered; undefined where none came. */
export function statusOf(error: unknown): number | undefined {
  const { status } = (error ?? {}) as { status?: unknown };
  return typeof status === 'number' ? status : undefined;
}
