const ligatures: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss' };

/** `text` without case, accents, ligatures and typographic apostrophes: what two spellings of a word have in common. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[œæß]/g, (sign) => ligatures[sign] ?? sign)
    .replace(/[’‘ʼ`´]/g, "'");
}

/** A word as one types it, in any case: letters and digits, with the signs that tell C++, C# and .NET apart; data.public.lu is three. */
const word = /(?<![\p{L}\p{N}.])\.[\p{L}\p{N}\p{M}]+[+#]*|[\p{L}\p{N}\p{M}]+[+#]*/gu;

/** A letter that an apostrophe joins to the next word, and a point by which an ending is added: l’agent·e. */
const joints = /(?<![\p{L}\p{N}])\p{L}['’](?=\p{L})|(?<=\p{L})[·‧•](?=\p{L})/gu;

/** The words of `text` as they are written, in order, without elided articles. */
export function wordsIn(text: string): string[] {
  return text.replace(joints, '').match(word) ?? [];
}

/** The words of `text`, folded, in order. */
export function foldedWords(text: string): string[] {
  return wordsIn(fold(text));
}

/**
 * `text` as the index has it and is asked for it: Pagefind takes a typographic apostrophe and a dash between letters for
 * letters, and nobody types œ.
 */
export function forIndex(text: string): string {
  return text
    .replace(/[’ʼ]/g, "'")
    .replace(/[‐‑]|(?<=[\p{L}\p{N}])[–—](?=[\p{L}\p{N}])/gu, '-')
    .replaceAll('œ', 'oe')
    .replaceAll('Œ', 'OE');
}
