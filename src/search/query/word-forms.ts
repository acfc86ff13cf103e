/** What words of the four languages end in, folded, when they are declined or conjugated. */
const endings = new Set(
  [
    ['', 's', 'x', 'e', 'es', 'ee', 'ees', 'en', 'n', 'ne', 'nes', 'nen', 'er', 'ers', 'ern', 'r', 're'],
    ['em', 'in', 'innen', 'ed', 'd', 'ing', 'ings', 't', 'te', 'ten', 'st', 'ez', 'ent', 'ant', 'ants', 'ir'],
    ['al', 'aux', 'ale', 'ales', 'y', 'ies', 'ied', 'if', 'ive', 'ives', 'ifs', 'eur', 'eurs', 'euse', 'l'],
    ['ll', 'le', 'les', 'elle', 'elles', 'el', 'els', 'ion', 'ions', 'ioun', 'iounen', 'ung', 'ungen', 'or'],
  ].flat(),
);

/** True for two forms of one word: Dossier and dossiers, cours and Couren, communal and communaux. Both folded. */
export function areForms(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  let shared = 0;
  while (shared < shorter && a[shared] === b[shared]) shared++;
  if (shared < 4 && !(shared === 3 && shorter === 3)) return false;
  if (shared * 2 < Math.max(a.length, b.length)) return false;
  return endings.has(a.slice(shared)) && endings.has(b.slice(shared));
}

/** The part of a folded word that its forms share, as far as its ending tells: Couren, Cours → cour. */
export function stemOf(word: string): string {
  const stem = word.replace(/(?:iounen|innen|ungen|nen|ern|ers|en|er|es|em|e|n|s|t)$/, '');
  return stem.length >= 4 ? stem : word;
}
