import { partsOf } from './git.ts';
import { commitOf } from './refs.ts';
import { Refusal } from './refusal.ts';
import type { Repository } from './repository.ts';

/** What Decap calls an unpublished entry: a branch whose last commit carries its status. */
export interface Draft {
  readonly collection: string;
  readonly slug: string;
  readonly ref: string;
  readonly tip: string;
  readonly tree: string;
  readonly status: Status;
  readonly author: string;
  readonly updatedAt: string;
}

export const statuses = ['draft', 'pending_review', 'pending_publish'] as const;

export type Status = (typeof statuses)[number];

export function isStatus(value: unknown): value is Status {
  return (statuses as readonly unknown[]).includes(value);
}

const folder = 'refs/heads/cms/';
const format = [
  'refname',
  'objectname',
  'tree',
  'contents:trailers:key=Status,valueonly',
  'authorname',
  'authordate:iso-strict',
];

/** The branch of an entry’s draft. Throws where the names could mean another ref. */
export function draftRef(collection: unknown, slug: unknown): string {
  if (typeof collection !== 'string' || typeof slug !== 'string')
    throw new Refusal('malformed', 'editing.malformed');
  const isName = (name: string) => name.length <= 150 && /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u.test(name);
  if (!isName(collection) || !isName(slug))
    throw new Refusal('refused', 'editing.name', { name: `${collection}/${slug}` });
  return `${folder}${collection}/${slug.normalize('NFC')}`;
}

/** All drafts, in the order of their names. One that was published whole is none, even where its branch is still there. */
export async function listDrafts(repository: Repository, pattern: string = folder): Promise<Draft[]> {
  const fields = format.map((field) => `%(${field})`).join('%00');
  const words = ['for-each-ref', `--no-merged=${repository.published}`, `--format=${fields}%00`, pattern];
  const listed = await repository.git(words);
  const values = partsOf(listed);
  return Array.from({ length: values.length / format.length }, (_, index) =>
    draftFrom(values.slice(index * format.length, (index + 1) * format.length).map((value) => value.trim())),
  );
}

export async function findDraft(repository: Repository, ref: string): Promise<Draft | undefined> {
  return (await listDrafts(repository, ref)).find((draft) => draft.ref === ref);
}

/** The draft, or a refusal that Decap reads as “there is none”. */
export async function existingDraft(repository: Repository, ref: string): Promise<Draft> {
  const draft = await findDraft(repository, ref);
  if (!draft) throw new Refusal('no-draft', 'editing.noDraft');
  return draft;
}

/** The commit that is published. */
export async function publishedCommit(repository: Repository): Promise<string> {
  const commit = await commitOf(repository, repository.published);
  if (!commit) throw new Refusal('off', 'editing.off.noBranch');
  return commit;
}

/** A commit’s message: what was done in one line, and the status of the draft for whoever reads it next. */
export function draftMessage(subject: string, status: Status): string {
  return `${subject}\n\nStatus: ${status}\n`;
}

/** The first line of what Decap proposes as a commit’s message, without what a terminal would obey. */
export function subjectOf(message: unknown, fallback: string): string {
  const [line = ''] = String(message ?? '')
    .trim()
    .split(/[\r\n]/, 1);
  return (
    line
      .replace(/\p{Cc}/gu, '')
      .slice(0, 200)
      .trim() || fallback
  );
}

function draftFrom([ref = '', tip = '', tree = '', status, author = '', updatedAt = '']: string[]): Draft {
  const [collection = '', slug = ''] = ref.slice(folder.length).split('/');
  return { collection, slug, ref, tip, tree, status: isStatus(status) ? status : 'draft', author, updatedAt };
}
