import { expect, test } from 'vitest';
import { openTab } from '../../src/cms/tab.ts';

const path = 'content/topics/donnees.fr.yaml';
const entry = { collection: 'topics', slug: 'donnees' };

/** A tab whose server gives these answers, one after the other, and what the tab said it had read. */
function aTab(answers: readonly (Response | 'none')[]) {
  const sent: unknown[] = [];
  const left = [...answers];
  const request = openTab({
    address: '/admin/api/',
    locale: () => 'fr',
    editor: () => undefined,
    async fetch(_address, options) {
      sent.push(JSON.parse(String(options?.body)).bases);
      const answer = left.shift() ?? 'none';
      if (answer === 'none') throw new TypeError('no answer');
      return answer;
    },
  });
  return { sent, request: (action: string, params: object) => request({ action, params: { ...params } }) };
}

const answer = (value: object, status = 200) => Response.json(value, { status });
const aSave = { dataFiles: [{ path, raw: 'title: A\n' }] };

test('a draft that is gone does not make its published entry one that does not exist', async () => {
  const { request, sent } = aTab([
    answer({ data: 'title: A\n', id: 'read-before' }),
    answer({ error: 'There is no draft.', code: 'no-draft' }, 404),
    'none',
    answer({ bases: {} }),
  ]);
  await request('unpublishedEntryDataFile', { ...entry, path });
  await expect(request('unpublishedEntryDataFile', { ...entry, path })).rejects.toThrow('no draft');
  await expect(request('getEntry', { path })).rejects.toThrow('no answer');
  await request('persistEntry', aSave);
  expect(sent.at(-1)).toEqual({ [path]: ['read-before'] });
});

test('a file that a draft lacks was seen to be missing', async () => {
  const { request, sent } = aTab([answer({ error: 'No file.', code: 'not-found' }, 404), answer({})]);
  await expect(request('unpublishedEntryDataFile', { ...entry, path })).rejects.toThrow('No file');
  await request('persistEntry', aSave);
  expect(sent.at(-1)).toEqual({ [path]: [''] });
});
