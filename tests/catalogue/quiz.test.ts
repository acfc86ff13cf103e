import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAccepted, isInOrder, isRightChoice, shuffled } from '../../src/catalogue/quiz.ts';

test('an answer is accepted whatever its case, accents, spaces and outer punctuation', () => {
  expect(isAccepted('  LA Réversibilite. ', ['la réversibilité'])).toBe(true);
  expect(isAccepted("l'accord", ['l’accord'])).toBe(true);
});

test('an answer is accepted with whatever sign the keyboard gives for an apostrophe, a space or a double letter', () => {
  const apostrophes = ["L'accord", 'l’ accord', 'l‘accord', 'l`accord', 'l´accord', 'l′accord', 'lʼaccord'];
  for (const typed of apostrophes) expect(isAccepted(typed, ['l’accord']), typed).toBe(true);
  const spaces = ['mot\u00A0clé', 'mot\u202Fclé', 'mot\u3000clé', '\tmot  clé\n', 'mot\u200B clé'];
  for (const typed of spaces) expect(isAccepted(typed, ['mot clé']), JSON.stringify(typed)).toBe(true);
  expect(isAccepted('coeur', ['cœur'])).toBe(true);
  expect(isAccepted('GROSS', ['groß'])).toBe(true);
  expect(isAccepted('cle\u0301', ['clé'])).toBe(true);
  expect(isAccepted('motclé', ['mot clé'])).toBe(false);
});

test('an empty answer and another word are not accepted', () => {
  expect(isAccepted(' . ', ['.', 'oui'])).toBe(false);
  expect(isAccepted('non', ['oui'])).toBe(false);
});

test('a choice is right when all right ones and no others are chosen', () => {
  const choice = (isRight: boolean, isChosen: boolean) => ({ isRight, isChosen });
  expect(isRightChoice([choice(true, true), choice(false, false)])).toBe(true);
  expect(isRightChoice([choice(true, true), choice(true, false)])).toBe(false);
  expect(isRightChoice([choice(true, true), choice(false, true)])).toBe(false);
});

test('items that are alike may stand in either order', () => {
  expect(isInOrder([0, 0, 2])).toBe(true);
  expect(isInOrder([1, 0])).toBe(false);
});

test('shuffled items are the same ones, in the same order at each build, never in the right one', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 2, maxLength: 8 }), (items) => {
      const order = shuffled(items);
      expect(order).toEqual(shuffled(items));
      expect(order).not.toEqual(items);
      expect(order.toSorted()).toEqual(items.toSorted());
    }),
  );
});
