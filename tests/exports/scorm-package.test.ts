import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { mostEmbeddedBytes, oneFile } from '../../src/exports/one-file.ts';
import { scormPackage } from '../../src/exports/scorm-package.ts';
import { readXml, type XmlElement } from './read-xml.ts';

const site = {
  address: 'https://academie.example',
  basePath: '/',
  read: (path: string) => (path === 'media/big.webm' ? new Uint8Array(mostEmbeddedBytes + 1) : undefined),
};
const html = oneFile(
  '<html lang="fr"><head><meta name="description" content="L’essentiel &lt; tout"></head><body><module-progress data-title="Protéger &#38; partager" data-minutes="30"></module-progress><video controls><source src="/media/big.webm"></video></body></html>',
  'fr',
  site,
);
const files = unzipSync(scormPackage('proteger', html, site, 80));
const manifest = readXml(strFromU8(files['imsmanifest.xml'] ?? new Uint8Array()));

/** What the schemas of SCORM 1.2 say of the elements used: children in this order, once unless marked with a star. */
const childrenOf: Readonly<Record<string, readonly string[]>> = {
  manifest: ['metadata', 'organizations', 'resources'],
  metadata: ['schema', 'schemaversion', 'imsmd:lom'],
  organizations: ['organization*'],
  organization: ['title', 'item*'],
  item: ['title', 'adlcp:masteryscore'],
  resources: ['resource*'],
  resource: ['file*'],
  'imsmd:lom': ['imsmd:general', 'imsmd:educational'],
  'imsmd:general': ['imsmd:title', 'imsmd:language', 'imsmd:description*'],
  'imsmd:educational': ['imsmd:typicallearningtime'],
  'imsmd:typicallearningtime': ['imsmd:datetime'],
  'imsmd:title': ['imsmd:langstring*'],
  'imsmd:description': ['imsmd:langstring*'],
};

function all(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(all)];
}

function named(name: string): XmlElement[] {
  return all(manifest).filter((element) => element.name === name);
}

test('the manifest holds what the schemas of SCORM 1.2 allow, in their order', () => {
  for (const { name, children } of all(manifest)) {
    const allowed = childrenOf[name] ?? [];
    const order = children.map((child) => allowed.findIndex((each) => each.replace('*', '') === child.name));
    expect(order, name).toEqual(order.toSorted((a, b) => a - b));
    expect(order, name).not.toContain(-1);
    const twice = order.filter(
      (place, index) => place === order[index - 1] && !allowed[place]?.endsWith('*'),
    );
    expect(twice, name).toEqual([]);
  }
  expect(named('schema')[0]?.text).toBe('ADL SCORM');
  expect(named('schemaversion')[0]?.text).toBe('1.2');
  const ids = all(manifest).flatMap(({ attributes }) => attributes['identifier'] ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(/^[A-Za-z_][\w.-]*$/);
});

test('the manifest leads to one page that reports, and names every file of the package', () => {
  const [item] = named('item');
  const [resource] = named('resource');
  expect(named('organizations')[0]?.attributes['default']).toBe(
    named('organization')[0]?.attributes['identifier'],
  );
  expect(item?.attributes['identifierref']).toBe(resource?.attributes['identifier']);
  expect(resource?.attributes).toMatchObject({
    type: 'webcontent',
    'adlcp:scormtype': 'sco',
    href: 'index.html',
  });
  const listed = named('file').map(({ attributes }) => attributes['href']);
  expect(listed.sort()).toEqual(
    Object.keys(files)
      .filter((name) => name !== 'imsmanifest.xml')
      .sort(),
  );
});

test('the manifest says language, title, summary, time and the score to reach', () => {
  expect(named('manifest')[0]?.attributes['identifier']).toBe('module-proteger.fr');
  expect(named('imsmd:language')[0]?.text).toBe('fr');
  for (const words of named('imsmd:langstring')) expect(words.attributes['xml:lang']).toBe('fr');
  expect(named('title').map(({ text }) => text)).toEqual(['Protéger & partager', 'Protéger & partager']);
  expect(named('imsmd:description')[0]?.children[0]?.text).toBe('L’essentiel < tout');
  expect(named('imsmd:datetime')[0]?.text).toBe('PT30M');
  expect(named('adlcp:masteryscore')[0]?.text).toBe('80');
});

test('a film too large for one file lies in the package, and the page plays it from there', () => {
  const page = strFromU8(files['index.html'] ?? new Uint8Array());
  expect(page).toContain('<source src="media/big.webm">');
  expect(page).not.toContain('data-elsewhere');
});

test('the same module makes the same bytes', () => {
  expect(scormPackage('proteger', html, site)).toEqual(scormPackage('proteger', html, site));
});
