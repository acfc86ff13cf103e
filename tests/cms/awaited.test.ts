import { expect, test } from 'vitest';
import { type Awaited, outlookAfter } from '../../src/cms/awaited.ts';
import type { Progress } from '../../src/cms/protocol.ts';

const building = (revision: number): Progress => ({ state: 'building', revision, step: 'pages' });
const live = (revision: number): Progress => ({ state: 'live', revision, seconds: 8 });
const saved = (revision: number, entry: string): Progress => ({ state: 'saved', revision, entry });

/** What an editor is told, message after message. */
const newsOf = (messages: readonly Progress[]) => {
  let awaited: readonly Awaited[] = [];
  return messages.map((told) => {
    const outlook = outlookAfter(told, awaited);
    awaited = outlook.awaited;
    return [outlook.news?.state, ...outlook.online.map(({ entry }) => entry)];
  });
};

test('a build that began before a publication does not make it live', () => {
  const messages = [saved(7, 'news/a'), building(6), live(6), building(7), live(7)];
  expect(newsOf(messages)).toEqual([['saved'], ['waiting'], [undefined], ['building'], ['live', 'news/a']]);
});

test('of two publications each is live with the build that holds it', () => {
  const messages = [saved(7, 'news/a'), building(7), saved(8, 'news/b'), live(7), building(8), live(8)];
  expect(newsOf(messages)).toEqual([
    ['saved'],
    ['building'],
    ['saved'],
    ['live', 'news/a'],
    ['building'],
    ['live', 'news/b'],
  ]);
});

test('a publication that was told twice is awaited once, and what nobody awaits is no news', () => {
  expect(newsOf([building(6), live(6)])).toEqual([[undefined], [undefined]]);
  expect(newsOf([saved(7, 'news/a'), saved(7, 'news/a'), live(7)])).toEqual([
    ['saved'],
    ['saved'],
    ['live', 'news/a'],
  ]);
});

test('a build that fails is told to those whose publication it should have held, and the next one may succeed', () => {
  const failed = (revision: number): Progress => ({
    state: 'failed',
    revision,
    mistakes: 'a title is missing',
  });
  expect(newsOf([saved(7, 'news/a'), failed(6), failed(7), live(8)])).toEqual([
    ['saved'],
    [undefined],
    ['failed'],
    ['live', 'news/a'],
  ]);
});
