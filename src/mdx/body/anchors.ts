/** Gives each id once. */
export interface Anchors {
  /** A readable id made from `text`, or from `otherwise` if nothing of it can stand in an address. */
  give(text: string, otherwise: string): string;
}

export function anchors(reserved: readonly string[]): Anchors {
  const given = new Set(reserved);
  return {
    give(text, otherwise) {
      const id = slugOf(text) || otherwise;
      let unique = id;
      for (let n = 2; given.has(unique); n += 1) unique = `${id}-${n}`;
      given.add(unique);
      return unique;
    },
  };
}

const letters: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', đ: 'd', ł: 'l' };

/** `text` in the signs that addresses show as they are, at most sixty of them: “Où en êtes-vous ?” is ou-en-etes-vous. */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[œæßøđł]/g, (letter) => letters[letter] ?? '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)
    .replace(/-$/, '');
}
