/**
 * The floor: what the same pages cost without any framework. Reads front matter, compiles bodies with satteri, fills
 * template strings, writes files. `node build.mjs CONTENT OUT`.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { load } from 'js-yaml';
import { markdownToHtml } from 'satteri';
import {
  entryPage,
  homePage,
  inOrder,
  listPage,
  listsOf,
  relatedCourses,
  searchPage,
} from '../shared/pages.mjs';

const [content, out] = process.argv.slice(2);
const words = JSON.parse(readFileSync(join(content, 'words.json'), 'utf8'));
const locales = Object.keys(words);
const files = readdirSync(join(content, 'content'), { recursive: true, withFileTypes: true });
const pages = inOrder(
  files.filter((entry) => entry.isFile()).map((entry) => read(join(entry.parentPath, entry.name))),
);
const related = relatedCourses(pages);
const folders = new Set();

for (const page of pages.filter(({ collection }) => collection !== 'topics')) {
  const { html } = markdownToHtml(page.body);
  const view = { words: words[page.locale], locales, body: html, related: related.get(page.address) ?? [] };
  write(`${page.address}index.html`, entryPage(page, view));
}
for (const list of listsOf(pages, words))
  write(`${list.path}index.html`, listPage(list, { words: words[list.locale], locales }));
for (const locale of locales) {
  const own = pages.filter((page) => page.locale === locale);
  const of = (name) => own.filter(({ collection }) => collection === name);
  const view = { words: words[locale], locales };
  write(`/${locale}/index.html`, homePage({ locale, topics: of('topics'), news: of('news') }, view));
  write(`/${locale}/search/index.html`, searchPage(locale, view));
}
cpSync(join(content, 'static'), out, { recursive: true });

function read(file) {
  const text = readFileSync(file, 'utf8');
  const end = text.indexOf('\n---\n', 4);
  return { ...load(text.slice(4, end)), body: text.slice(end + 5) };
}

function write(path, html) {
  const file = join(out, path);
  if (!folders.has(dirname(file))) mkdirSync(dirname(file), { recursive: true });
  folders.add(dirname(file));
  writeFileSync(file, html);
}
