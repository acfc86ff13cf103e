/** What the index of texts calls the entries, in the order of the titles. */
export interface EntryIds {
  /** What every id begins with. */
  readonly prefix: string;
  /** The file of the index that begins with the ids in this very order; a search has it anyway. */
  readonly meta?: string;
  /** How many of the ids in that file are entries; parts of the index follow. */
  readonly count?: number;
  /** The ids themselves, where no such file does; without the prefix. */
  readonly list?: string;
}

/** `ids` as briefly as can be: by the name of the file `meta`, if its `content` holds them in their order. */
export function entryIds(
  ids: readonly string[],
  language: string,
  [meta, content]: readonly [string, string],
): EntryIds {
  const prefix = `${language}_`;
  const isThere = idsIn(content, prefix).slice(0, ids.length).join() === ids.join();
  return isThere
    ? { prefix, meta, count: ids.length }
    : { prefix, list: ids.map((id) => id.slice(prefix.length)).join('\n') };
}

/** The ids in full; `readMeta` gives the unpacked content of a file of the index, a letter a byte. */
export async function readEntryIds(
  { prefix, meta, count, list = '' }: EntryIds,
  readMeta: (path: string) => Promise<string>,
): Promise<string[]> {
  return meta
    ? idsIn(await readMeta(meta), prefix).slice(0, count)
    : list.split('\n').map((id) => prefix + id);
}

function idsIn(content: string, prefix: string): string[] {
  return [...content.matchAll(new RegExp(`${prefix}[0-9a-f]{7,}`, 'g'))].map(([id]) => id);
}
