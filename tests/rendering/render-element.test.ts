import {
  createComponent,
  render,
  renderSlot,
  renderComponent as renderWithAstro,
} from 'astro/compiler-runtime';
import { renderToString } from 'astro/runtime/server/index.js';
import { expect, test } from 'vitest';
import { renderComponent } from '../../src/rendering/render-element.ts';

type Way = typeof renderComponent;
type Result = Parameters<Way>[0];

const result = () =>
  ({
    renderers: [],
    clientDirectives: new Map(),
    componentMetadata: new Map(),
    inlinedScripts: new Map(),
    _metadata: { propagators: new Set(), renderedScripts: new Set(), extraHead: [], templateDepth: 0 },
    cookies: undefined,
    response: { headers: new Headers() },
  }) as unknown as Result;

/** What a page with this element becomes, and whether it had to be waited for. */
async function pageWith(way: Way, tag: unknown, props: object, slots?: object): Promise<string> {
  const page = createComponent(
    (own: Result) => render`<p>${way(own, 'Tag', tag, props as never, slots as never)}</p>`,
  );
  return (await renderToString(result() as never, page as never, {}, {}, false)) as string;
}

const within = { default: (own: Result) => render`<b>${'A & B'}</b>${renderSlot(own, undefined as never)}` };

test('elements come out as Astro renders them', async () => {
  const props = {
    hidden: true,
    class: 'a "b"',
    'data-x': '<&>',
    title: undefined,
    open: false,
    'data-astro-cid-one': true,
  };
  for (const tag of ['live-sessions', 'h2', 'br', 'hr'])
    for (const slots of [within, {}, undefined]) {
      if (slots === within && tag.length < 3 && tag !== 'h2') continue;
      const own = await pageWith(renderComponent, tag, { ...props }, slots);
      expect(own).toBe(await pageWith(renderWithAstro as Way, tag, { ...props }, slots));
      expect(own).toContain(`<p><${tag} hidden`);
    }
});

test('a template goes on behind an element at once', () => {
  const { then } = renderComponent(result(), 'live-sessions', 'live-sessions', {}, within as never) as {
    then?: unknown;
  };
  expect(then).toBeUndefined();
});

test('components are rendered as before', async () => {
  const component = createComponent(
    (own: Result, _props: object, slots: typeof within) =>
      render`<i>${renderSlot(own, slots.default as never)}</i>`,
  );
  expect(await pageWith(renderComponent, component, {}, within)).toBe('<p><i><b>A &amp; B</b></i></p>');
});
