import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KnownNames } from '../../src/commands/build-pages/known-names.ts';

test('a name is found in the midst of bytes, others and those of another kind are not', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 2000 }), (all) => {
      const names = new KnownNames();
      const known = all.slice(0, Math.ceil(all.length / 2));
      const places = known.map((name) => names.add('class', name));
      expect(new Set(places).size).toBe(known.length);
      expect(known.map((name) => names.add('class', name))).toEqual(places);
      const placeIn = (name: string, kind: 'class' | 'tag') => {
        const bytes = Buffer.from(`<${name}>`);
        return names.placeOf(kind, bytes, 1, bytes.length - 1);
      };
      expect(known.map((name) => placeIn(name, 'class'))).toEqual(places);
      expect(all.slice(known.length).some((name) => placeIn(name, 'class') >= 0)).toBe(false);
      expect(known.some((name) => placeIn(name, 'tag') >= 0)).toBe(false);
    }),
  );
});

test('a table that has become too small finds all of its names', () => {
  const names = new KnownNames();
  const many = Array.from({ length: 5000 }, (_, number) => `name-${number}`);
  expect(many.map((name) => names.add('tag', name))).toEqual([...many.keys()]);
  expect(many.map((name) => names.add('tag', name))).toEqual([...many.keys()]);
});
