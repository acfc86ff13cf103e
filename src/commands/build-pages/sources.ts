import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { filesAt } from '../../files-at.ts';
import type { Site } from '../../site.ts';

/** All that pages are made of beside content: code, styles, words, packages. Which media a page shows, its traces say. */
const places = ['src', 'public', 'astro.config.mjs', 'package-lock.json'];

const media = resolve('public/media');

/**
 * A digest of everything but content that can change a page: where it differs nothing of an earlier build is kept.
 * The date is not in it: what pages show of it they read from the catalogue.
 */
export function digestOfSources(site: Site): string {
  const digest = createHash('sha1');
  digest.update(JSON.stringify([process.version, site.address, site.basePath, site.timeZone]));
  for (const place of places) {
    for (const file of filesAt(resolve(place)).filter((one) => !one.startsWith(media)))
      digest.update(`\0${relative('.', file)}\0`).update(readFileSync(file));
  }
  return digest.digest('base64url');
}
