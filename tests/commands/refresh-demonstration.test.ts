import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, test, vi } from 'vitest';
import { moveDates, run, weeksBetween } from '../../src/commands/refresh-demonstration.ts';

test('a session moves by whole weeks and keeps its times, comments and order', ({ expect }) => {
  const session = [
    'course: langage-clair # a course',
    'meetings:',
    '  - date: 2027-03-26',
    '    start: "09:00"',
    '    end: "16:30"',
    '  - { date: \'2027-03-30\', start: "09:00", end: "12:00" }',
    'enrolmentCloses: 2027-03-12T12:00 # at noon',
    '',
  ].join('\n');
  expect(moveDates(session, 49)).toBe(
    session
      .replace('2027-03-26', '2028-03-03')
      .replace('2027-03-30', '2028-03-07')
      .replace('2027-03-12', '2028-02-18'),
  );
});

test('moving dates there and back gives the same file', ({ expect }) => {
  const news = '---\r\ntitle: Un an\r\ndate: 2026-10-19\r\n---\r\nTexte\r\n';
  expect(moveDates(moveDates(news, 60), -60)).toBe(news);
});

test('days in sentences, slugs and addresses stay as they are', ({ expect }) => {
  const text = [
    'note: Salle fermée le 2027-03-12',
    'reason: 2027-03-12 est un jour férié',
    'enrolment: https://enrol.academy.example/et_1/langage-clair-2027-03-12',
    'title: "Rendez-vous : 2027-03-12 "',
    'date: 2027-02-30',
  ].join('\n');
  expect(moveDates(text, 4)).toBe(text);
});

test('the body of a news entry stays as it is', ({ expect }) => {
  const body = '\nLe programme :\n\ndate: 2026-10-19\n';
  expect(moveDates(`---\ndate: 2026-10-19\n---\n${body}`, 1)).toBe(`---\ndate: 2026-10-26\n---\n${body}`);
});

test('days that do not fill a week do not count', ({ expect }) => {
  expect(weeksBetween('2026-11-23', '2027-11-04')).toBe(49);
  expect(weeksBetween('2026-11-23', '2026-11-17')).toBe(0);
  expect(weeksBetween('2026-11-23', '2026-11-09')).toBe(-2);
});

test('the command moves sessions, exchanges, news and the content date, and nothing else', async ({
  expect,
}) => {
  const folder = aContentFolder({
    'site/academy.fr.yaml': 'contentDate: 2026-11-23\n',
    'sessions/a.fr.yaml': 'meetings:\n  - date: 2026-11-30\n',
    'exchanges/b.fr.yaml': 'meetings:\n  - date: 2026-12-01\n',
    'news/c.fr.mdx': '---\ndate: 2026-11-02\n---\n',
    'courses/d.fr.mdx': '---\npublishOn: 2026-11-02\n---\n',
  });
  const { code, lines } = await refresh(folder, ['--date', '2026-12-08']);
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  expect(code).toBe(0);
  expect(read('site/academy.fr.yaml')).toContain('2026-12-07');
  expect(read('sessions/a.fr.yaml')).toContain('2026-12-14');
  expect(read('exchanges/b.fr.yaml')).toContain('2026-12-15');
  expect(read('news/c.fr.mdx')).toContain('2026-11-16');
  expect(read('courses/d.fr.mdx')).toContain('2026-11-02');
  expect(lines).toEqual([
    'Content date moved by 2 weeks, from 2026-11-23 to 2026-12-07.',
    `4 files rewritten in ${folder}.`,
  ]);
});

test.for([
  ['an absent date', []],
  ['a date without a value', ['--date']],
  ['a day that does not exist', ['--date', '2027-02-30']],
  ['a day written another way', ['--date', '01/11/2027']],
  ['a word too many', ['--date', '2027-11-01', 'again']],
] as const)('%s is refused in one line and nothing is written', async ([, words], { expect }) => {
  const folder = aContentFolder({ 'site/academy.fr.yaml': 'contentDate: 2026-11-23\n' });
  const { code, lines } = await refresh(folder, words);
  expect(code).toBe(1);
  expect(lines).toEqual([expect.stringContaining('content:refresh -- --date 2027-11-01')]);
  expect(readFileSync(join(folder, 'site/academy.fr.yaml'), 'utf8')).toContain('2026-11-23');
});

test('content without a content date is refused with the field to write', async ({ expect }) => {
  const { code, lines } = await refresh(aContentFolder({}), ['--date', '2027-11-01']);
  expect(code).toBe(1);
  expect(lines).toEqual([expect.stringContaining('contentDate: 2026-11-23')]);
});

function aContentFolder(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'refresh-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

async function refresh(folder: string, words: readonly string[]) {
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line) => lines.push(line));
  const error = vi.spyOn(console, 'error').mockImplementation((line) => lines.push(line));
  const code = await run(words, { CONTENT_DIR: folder, LANG: 'en_GB.UTF-8' });
  log.mockRestore();
  error.mockRestore();
  return { code, lines };
}
