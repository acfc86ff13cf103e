import { readFile } from 'node:fs/promises';

/** An address of another site that the content names and that did not answer. */
export interface DeadLink {
  readonly address: string;
  /** 404, or the name of what went wrong: `timeout`. */
  readonly answer: string;
  /** The files that name it, from the content folder. */
  readonly files: readonly string[];
}

/** What `npm run check:links` found. */
export interface LinkReport {
  /** The day: 2027-03-01. */
  readonly asked: string;
  readonly dead: readonly DeadLink[];
}

/** The report in `file`; undefined where nobody made one. Throws for a file that is none. */
export async function readLinkReport(file: string): Promise<LinkReport | undefined> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return JSON.parse(text) as LinkReport;
  } catch {
    throw new Error(`${file} is no report of links: remove it, or run npm run check:links again.`);
  }
}
