import { expect, test } from 'vitest';
import { freeName } from '../../src/cms/free-name.ts';

test('an upload gets the name it has, or the first like it that no other file has', () => {
  const named = (...names: string[]) => names.map((name) => ({ name }));
  expect(freeName('photo.png', named('plan.png'))).toBe('photo.png');
  expect(freeName('photo.png', named('Photo.PNG', 'photo-2.png'))).toBe('photo-3.png');
  expect(freeName('photo.été.png', named('photo.été.png'))).toBe('photo.été-2.png');
  expect(freeName('photo', named('photo'))).toBe('photo-2');
});
