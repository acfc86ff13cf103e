import { expect, test } from 'vitest';
import { anAcademy, aSave, topic } from './academy.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z" fill="url(#a)"/></svg>';
const asset = (path: string, content: Buffer | string) => ({
  path,
  content: Buffer.from(content).toString('base64'),
  encoding: 'base64',
});

test('an upload with an accented name is published, listed, read again, and deleted', async () => {
  const academy = await anAcademy();
  const anna = academy.tab('Anna');
  const path = 'public/media/été à l’école.png';
  await anna('persistMedia', {
    asset: asset(path.normalize('NFD'), png),
    options: { commitMessage: 'Upload' },
  });
  expect(await anna('getMedia', { mediaFolder: 'public/media' })).toMatchObject([
    { path, name: 'été à l’école.png', content: png.toString('base64') },
  ]);
  expect(await anna('getMediaFile', { path })).toMatchObject({ path });
  expect(academy.git('-c', 'core.quotePath=false', 'ls-tree', '-r', '--name-only', 'main', 'public')).toBe(
    `${path}\n`,
  );
  const [lean] = (await anna('getMedia', { mediaFolder: 'public/media', lean: true })) as {
    id: string;
    content?: string;
  }[];
  expect(lean).toMatchObject({ size: png.length });
  expect(lean?.content).toBeUndefined();
  const shown = await fetch(`http://127.0.0.1:${academy.port}/admin/api/media/${lean?.id}/a.png`, {
    headers: { cookie: academy.cookie },
  });
  expect(Buffer.from(await shown.arrayBuffer())).toEqual(png);
  expect(shown.headers.get('content-security-policy')).toContain('sandbox');
  await anna('deleteFiles', { paths: [path], options: {} });
  expect(await anna('getMedia', { mediaFolder: 'public/media' })).toEqual([]);
});

test('a picture that belongs to a draft is published with it', async () => {
  const academy = await anAcademy();
  const anna = academy.tab('Anna');
  const path = 'public/media/topics/Über.png';
  await anna('persistEntry', aSave('neu', topic('Neu'), { assets: [asset(path, png)] }));
  const entry = { collection: 'topics', slug: 'neu' };
  expect(await anna('unpublishedEntry', entry)).toMatchObject({
    diffs: [{ path: 'content/topics/neu.fr.yaml' }, { path }],
  });
  expect(await anna('unpublishedEntryMediaFile', { ...entry, path })).toMatchObject({
    content: png.toString('base64'),
  });
  expect(await anna('getMedia', {})).toEqual([]);
  await anna('publishUnpublishedEntry', entry);
  expect(await anna('getMedia', {})).toMatchObject([{ path }]);
});

test('one picture under two names in one entry is kept under both', async () => {
  const academy = await anAcademy();
  const paths = ['public/media/topics/a.png', 'public/media/topics/b.png'];
  const assets = paths.map((path) => asset(path, png));
  await academy.tab('Anna')('persistEntry', aSave('neu', topic('Neu'), { assets }));
  const [first, second] = paths.map((path) => academy.git('rev-parse', `cms/topics/neu:${path}`));
  expect(first).toBe(second);
  const entry = { collection: 'topics', slug: 'neu' };
  await academy.tab('Anna')('publishUnpublishedEntry', entry);
  expect(await academy.tab('Anna')('getMedia', {})).toMatchObject(paths.map((path) => ({ path })));
});

const dangerous = {
  'a script': '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
  'a handler': '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
  'a handler behind a slash': '<svg/onload=alert(1) xmlns="http://www.w3.org/2000/svg"/>',
  'a link that runs': '<svg xmlns="http://www.w3.org/2000/svg"><a href="java&#115;cript:alert(1)"/></svg>',
  'a page': '<svg xmlns="http://www.w3.org/2000/svg"><foreignObject/></svg>',
  'a picture from elsewhere':
    '<svg xmlns="http://www.w3.org/2000/svg"><image href="https://evil.example/a.png"/></svg>',
  'a style from elsewhere':
    '<svg xmlns="http://www.w3.org/2000/svg"><style>@import "//evil.example"</style></svg>',
  'an entity': '<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg"/>',
  'a script of another name':
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:s="http://www.w3.org/2000/svg"><s:script>alert(1)</s:script></svg>',
};

test.each(Object.entries(dangerous))('a drawing with %s is refused', async (_name, drawing) => {
  const academy = await anAcademy();
  const upload = { asset: asset('public/media/a.svg', drawing), options: {} };
  await expect(academy.tab('Anna')('persistMedia', upload)).rejects.toMatchObject({
    status: 422,
    code: 'refused',
  });
  await expect(
    academy.tab('Anna')('persistEntry', aSave('x', topic('X'), { assets: [upload.asset] })),
  ).rejects.toMatchObject({ status: 422 });
});

test('a plain drawing is taken; a page, a program and a file that is not what it says are refused', async () => {
  const academy = await anAcademy();
  const anna = academy.tab('Anna', 'fr');
  await anna('persistMedia', { asset: asset('public/media/a.svg', svg), options: {} });
  const refused = {
    'a.html': '<h1>',
    'a.js': 'alert(1)',
    'a.svg.html': svg,
    'b.png': '<html>',
    'a.exe': 'MZ',
    'a.txt': '<script>',
    'a.pdf': 'x',
    a: 'x',
  };
  for (const [name, content] of Object.entries(refused))
    await expect(
      anna('persistMedia', { asset: asset(`public/media/${name}`, content), options: {} }),
      name,
    ).rejects.toMatchObject({ status: 422 });
  await expect(
    anna('persistMedia', {
      asset: asset('public/media/gros.pdf', `%PDF-${' '.repeat(25_000_001)}`),
      options: {},
    }),
  ).rejects.toMatchObject({ status: 413, message: expect.stringContaining('25') });
});

test('a file that published content shows is not deleted', async () => {
  const body = '---\ntitle: P\n---\n\n![Une image](/media/a.png)\n';
  const academy = await anAcademy({ 'public/media/a.png': png, 'content/pages/p.fr.mdx': body });
  const gone = academy.tab('Anna')('deleteFiles', { paths: ['public/media/a.png'], options: {} });
  await expect(gone).rejects.toMatchObject({
    status: 422,
    message: expect.stringMatching(/Page “p” – French – .*\/media\/a\.png/),
  });
});

test('a file never takes the place of another with the same name', async () => {
  const path = 'public/media/topics/photo.png';
  const academy = await anAcademy({ [path]: png });
  const anna = academy.tab('Anna');
  const other = Buffer.concat([png, Buffer.from([0])]);
  const refused = { status: 409, message: expect.stringContaining('photo.png') };
  await expect(anna('persistMedia', { asset: asset(path, other), options: {} })).rejects.toMatchObject(
    refused,
  );
  const save = (content: Buffer) => aSave('neu', topic('Neu'), { assets: [asset(path, content)] });
  await expect(anna('persistEntry', save(other))).rejects.toMatchObject(refused);
  const direct = { collectionName: 'topics', commitMessage: 'Add', useWorkflow: false };
  await expect(anna('persistEntry', { ...save(other), options: direct })).rejects.toMatchObject(refused);
  await anna('persistEntry', save(png));
  expect(academy.git('rev-parse', `cms/topics/neu:${path}`)).toBe(academy.git('rev-parse', `main:${path}`));
});

test('of the repository’s files only media are shown', async () => {
  const academy = await anAcademy({ 'public/media/a.png': png });
  const show = async (file: string) => {
    const blob = academy.git('rev-parse', `main:${file}`).trim();
    const address = `http://127.0.0.1:${academy.port}/admin/api/media/${blob}/a.png`;
    return (await fetch(address, { headers: { cookie: academy.cookie } })).status;
  };
  expect(await show('public/media/a.png')).toBe(200);
  expect(await show('src/code.ts')).toBe(404);
});
