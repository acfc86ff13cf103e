/** The rules of a quiz, for the page and for the browser. */

/**
 * `items` in an order that looks like chance and is the same in every build; for more than one item never the given
 * order.
 */
export function shuffled(items: readonly string[]): string[] {
  const sorted = items.toSorted((one, other) => scatter(one) - scatter(other) || (one < other ? -1 : 1));
  const isSame = sorted.every((item, index) => item === items[index]);
  return isSame ? [...sorted.slice(1), ...sorted.slice(0, 1)] : sorted;
}

/** True where `answer` is one of `accepted`, whatever its case, accents, spaces and outer punctuation. */
export function isAccepted(answer: string, accepted: readonly string[]): boolean {
  const plain = plainWords(answer);
  return plain !== '' && accepted.some((each) => plainWords(each) === plain);
}

/** True where exactly the right choices are chosen. */
export function isRightChoice(choices: readonly { readonly isRight: boolean; readonly isChosen: boolean }[]) {
  return choices.every(({ isRight, isChosen }) => isRight === isChosen);
}

/** True where the places stand in their order: no place after a greater one. */
export function isInOrder(places: readonly number[]): boolean {
  return places.every((place, index) => index === 0 || place >= (places[index - 1] ?? 0));
}

/** Signs that people type for an apostrophe, and letters that stand for two. */
const apostrophes = /[’‘‛ʼʹ′`´＇]/g;
const doubled: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss' };

function plainWords(text: string): string {
  return text
    .replace(apostrophes, "'")
    .replace(/[\u00AD\u200B-\u200D\u2060]/g, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[œæß]/g, (letter) => doubled[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .replace(/ ?' ?/g, "'")
    .replace(/^[\s"'«»„“”.,;:!?…]+|[\s"'«»„“”.,;:!?…]+$/g, '');
}

/** FNV-1a: spreads texts that are alike. */
function scatter(text: string): number {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
