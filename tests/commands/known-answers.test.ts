import { expect, test } from 'vitest';
import { contentOf, knowingAnswers } from '../../src/commands/build-pages/known-answers.ts';

const system = globalThis.Response;
const bytesOf = (text: string) => new TextEncoder().encode(text);

test('the content of an answer is what was handed over, as it was', async () => {
  const bytes = bytesOf('é');
  const answers = await knowingAnswers(async () => [
    new Response('é'),
    new Response(bytes),
    new Response(''),
  ]);
  expect(await contentOf(answers[0] as Response)).toBe('é');
  expect(await contentOf(answers[1] as Response)).toBe(bytes);
  expect(await contentOf(answers[2] as Response)).toBe('');
});

test('any other answer is read', async () => {
  const [json, streamed] = await knowingAnswers(async () => [
    Response.json({ a: 'é' }),
    new Response(new Blob(['é']).stream(), { status: 404, headers: { 'Content-Type': 'text/html' } }),
  ]);
  expect(await contentOf(json as Response)).toEqual(bytesOf('{"a":"é"}'));
  expect(await contentOf(streamed as Response)).toEqual(bytesOf('é'));
  expect(streamed).toMatchObject({ status: 404 });
  expect(streamed?.headers.get('Content-Type')).toBe('text/html');
});

test('afterwards answers are those of the system, also where the work failed', async () => {
  await expect(knowingAnswers(() => Promise.reject(new Error('No.')))).rejects.toThrow('No.');
  expect(globalThis.Response).toBe(system);
});
