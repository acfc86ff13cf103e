import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { filesAt, settledStampOf } from '../../files-at.ts';
import type { Site } from '../../site.ts';

/** All that pages are made of beside content: code, styles, words, packages. Which media a page shows, its traces say. */
const places = ['src', 'public', 'astro.config.mjs', 'package-lock.json'];

const media = resolve('public/media');

/**
 * A digest of everything but content that can change a page: where it differs nothing of an earlier build is kept.
 * The date is not in it: what pages show of it they read from the catalogue.
 */
export function digestOfSources(site: Site): string {
  const facts = JSON.stringify([process.version, site.address, site.basePath, site.timeZone]);
  const files = places.flatMap((place) => filesAt(resolve(place)).filter((one) => !one.startsWith(media)));
  const stamps = files.map((file) => `${file} ${settledStampOf(file)}`).join('\n');
  if (last?.facts === facts && last.stamps === stamps) return last.digest;
  const digest = createHash('sha1').update(facts);
  for (const file of files) digest.update(`\0${relative('.', file)}\0`).update(readFileSync(file));
  const found = digest.digest('base64url');
  last = stamps.includes(' undefined') ? undefined : { facts, stamps, digest: found };
  return found;
}

/** What was found last: a process that builds again asks the disk alone whether something has changed. */
let last: { readonly facts: string; readonly stamps: string; readonly digest: string } | undefined;
