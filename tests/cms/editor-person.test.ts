import { expect, test } from 'vitest';
import { keepEditor, storedEditor } from '../../src/cms/editor-person.ts';

const aStore = (text: string | null = null) => {
  let kept = text;
  return {
    getItem: () => kept,
    setItem: (_key: string, value: string) => {
      kept = value;
    },
  };
};

test('the name an editor gives is kept in the browser, the address only where there is one', () => {
  const store = aStore();
  expect(storedEditor(store)).toBeUndefined();
  keepEditor(store, { name: ' Zoé Müller ', email: ' ' });
  expect(storedEditor(store)).toEqual({ name: 'Zoé Müller' });
  keepEditor(store, { name: 'Zoé Müller', email: 'zoe@example.org' });
  expect(storedEditor(store)).toEqual({ name: 'Zoé Müller', email: 'zoe@example.org' });
});

test('what is no name in the browser’s store is none', () => {
  expect(storedEditor(aStore('{"name":7}'))).toBeUndefined();
  expect(storedEditor(aStore('{broken'))).toBeUndefined();
});
