import type { Progress } from '../../cms/protocol.ts';

/** Hears what the editor’s server tells its pages; `hear` replaces who heard before. */
export function listenTo(address: string, cookie: string) {
  let listener: (progress: Progress) => void = () => undefined;
  const aborted = new AbortController();
  const read = async () => {
    const { body } = await fetch(address, { headers: { cookie }, signal: aborted.signal });
    let text = '';
    for await (const part of body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += part;
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) {
        const data = /^data: (.*)$/m.exec(event)?.[1];
        if (data) listener(JSON.parse(data));
      }
    }
  };
  void read().catch((error: unknown) => {
    if (!aborted.signal.aborted) throw error;
  });
  return {
    hear(next: typeof listener) {
      listener = next;
    },
    close: () => aborted.abort(),
  };
}
