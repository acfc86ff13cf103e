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

/** The words of `text`, folded, in order: letters and digits, with the signs that tell C++, C# and .NET apart. */
export function foldedWords(text: string): string[] {
  return fold(text).match(/\.?[\p{L}\p{N}]+[+#]*/gu) ?? [];
}

/** `text` as the index has it and is asked for it: Pagefind takes a typographic apostrophe for a letter, and nobody types œ. */
export function forIndex(text: string): string {
  return text.replace(/[’ʼ]/g, "'").replaceAll('œ', 'oe').replaceAll('Œ', 'OE');
}
