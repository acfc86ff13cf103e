import { expect, test } from 'vitest';
import { hasMediaEnding, isPlainDrawing, mediaMistake } from '../../src/schema/media.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const verdict = async (path: string, content: string | readonly number[], size = content.length) => {
  const bytes = typeof content === 'string' ? bytesOf(content) : Uint8Array.from(content);
  return (await mediaMistake(path, size, () => bytes))?.key;
};

const drawing = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/><title>once</title></svg>';

test.each([
  ['a.png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['Ä b.JPG', [0xff, 0xd8, 0xff, 0xe0]],
  ['a.webp', 'RIFF....WEBP'],
  ['a.avif', '....ftypavif'],
  ['a.webm', [0x1a, 0x45, 0xdf, 0xa3]],
  ['a.mp3', [0xff, 0xfb, 0x90]],
  ['a.svg', drawing],
  ['a.csv', 'jour;litres\nlundi;4\n'],
  ['a.vtt', '\uFEFFWEBVTT\n'],
  ['a.docx', 'PK\u0003\u0004'],
])('%s may be uploaded', async (path, content) => {
  expect(await verdict(`public/media/${path}`, content)).toBeUndefined();
});

test.each([
  ['a.html', '<h1>', 'editing.type'],
  ['a.svg.html', drawing, 'editing.type'],
  ['a.js', 'alert(1)', 'editing.type'],
  ['constructor', '', 'editing.type'],
  ['.png', '', 'editing.type'],
  ['a', '', 'editing.type'],
  ['a.png', '<html>', 'editing.notThatType'],
  ['a.png', '', 'editing.notThatType'],
  ['a.txt', '<script>', 'editing.notThatType'],
  ['a.csv', [0xff, 0xfe, 0x41], 'editing.notThatType'],
  ['a.vtt', 'Bonjour', 'editing.notThatType'],
  ['a.svg', '<svg onload="a()"/>', 'editing.svg'],
])('%s that holds “%s” may not: %s', async (path, content, key) => {
  expect(await verdict(`public/media/${path}`, content)).toBe(key);
});

test('what is too large is not read', async () => {
  const read = () => Promise.reject(new Error('read'));
  expect(await mediaMistake('a.mp4', 25_000_001, read)).toEqual({
    key: 'editing.size',
    params: { path: 'a.mp4', max: 25 },
  });
});

test('an ending is one whatever its letters', () => {
  expect(['a.PNG', 'a.png', 'a.', 'png'].map(hasMediaEnding)).toEqual([true, true, false, false]);
});

test('a drawing that runs code or fetches something is told from one that does not', () => {
  expect(isPlainDrawing(drawing)).toBe(true);
  const others = [
    '<svg onload="a()">',
    '<svg/onload=a()>',
    '<svg><script>a()</script></svg>',
    '<svg><s:script>a()</s:script></svg>',
    '<svg><a href="javascript:a()"/></svg>',
    '<svg><a href="java&#115;cript:a()"/></svg>',
    '<svg><foreignObject/></svg>',
    '<svg><image href="https://evil.example/a.png"/></svg>',
    '<svg><style>@import "//evil.example"</style></svg>',
    '<!DOCTYPE svg [<!ENTITY a "b">]><svg/>',
    '<p>no drawing</p>',
  ];
  expect(others.filter(isPlainDrawing)).toEqual([]);
});
