import { expect, onTestFinished, test } from 'vitest';
import type { Progress } from '../../src/cms/protocol.ts';
import { anAcademy, aSave, topic } from './academy.ts';

/** What a page of the editor hears, in its order, as long as the test runs. */
async function listener({ port, cookie }: { port: number; cookie: string }) {
  const aborted = new AbortController();
  onTestFinished(() => aborted.abort());
  const address = `http://127.0.0.1:${port}/admin/api/progress`;
  const response = await fetch(address, { headers: { cookie }, signal: aborted.signal });
  const heard: Progress[] = [];
  void (async () => {
    const stream = response.body?.pipeThrough(new TextDecoderStream()) ?? [];
    let text = '';
    for await (const part of stream) {
      text += part;
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const [, data] of events.map((event) => /^data: (.*)$/m.exec(event) ?? []))
        if (data) heard.push(JSON.parse(data));
    }
  })().catch(() => undefined);
  return heard;
}

test('every open page hears of a publication, with a revision that grows, and a later page hears what is not live yet', async () => {
  const academy = await anAcademy();
  const heard = await listener(academy);
  const anna = academy.tab('Anna');
  for (const slug of ['un', 'deux']) {
    await anna('persistEntry', aSave(slug, topic(slug)));
    await anna('publishUnpublishedEntry', { collection: 'topics', slug });
  }
  const told = [
    { state: 'saved', revision: 2, entry: 'topics/un' },
    { state: 'saved', revision: 3, entry: 'topics/deux' },
  ];
  await expect.poll(() => heard).toEqual(told);
  await expect.poll(await listener(academy).then((later) => () => later)).toEqual(told);
});
