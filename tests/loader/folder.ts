import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A content folder for one test: what every site needs and `files`, by their name in the folder. */
export function contentFolder(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'content-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeContent(folder, files);
  return folder;
}

type Files = Readonly<Record<string, string | Uint8Array>>;

/** Writes what every site needs and `files` into a folder. */
export function writeContent(folder: string, files: Files): void {
  const site = [
    'name: Académie',
    'institute: Institut',
    'tagline: Se former',
    'description: Le catalogue.',
    'email: info@academy.example',
    'street: 1, rue de l’Exemple',
    'postalCode: L-1999',
    'town: Luxembourg',
    'enrolmentPortal: https://enrol.academy.example/',
    'enrolmentPortalName: Portail',
  ].join('\n');
  for (const [name, text] of Object.entries({ 'site/academy.fr.yaml': site, ...standingPages, ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** The pages that every page of the site leads to. */
const standingPages = Object.fromEntries(
  ['accessibility', 'help', 'legal-notice', 'privacy', 'trainers'].map((slug) => [
    `pages/${slug}.fr.mdx`,
    `---\ntitle: Une page\nsummary: Ce qu’on y lit.\n---\n\nBonjour.\n`,
  ]),
);

/** Adds the topics, so that courses have something to refer to. */
export function withTopics(folder: string): string {
  cpSync('content/topics', join(folder, 'topics'), { recursive: true });
  return folder;
}

/** The French file of a course that is right; `lines` are written over or added to its fields, in place of their namesakes. */
export function courseFile(lines: readonly string[] = [], body = 'Le programme.'): string {
  const fields = [
    'title: Une formation',
    'code: CODE-1',
    'summary: Ce qu’on y apprend.',
    'topics: [privacy]',
    'level: beginner',
    'modality: in-person',
    'hours: { inClass: 6 }',
    'languages: [fr]',
    'audiences: [state-agents]',
    'objectives: [Savoir]',
  ];
  const named = new Set(lines.map((line) => line.split(':')[0]));
  const kept = fields.filter((field) => !named.has(field.split(':')[0]));
  return `---\n${[...kept, ...lines].join('\n')}\n---\n\n${body}\n`;
}
