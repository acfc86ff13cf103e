import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { run as makeContent } from '../../src/commands/make-content.ts';
import { contentFolder, courseFile, withTopics } from '../loader/folder.ts';

/** Writes a catalogue of the course `un` and six made ones into `folder`, with what belongs to them. Throws where it can’t be made. */
export async function writeSmallContent(folder: string): Promise<void> {
  const ground = withTopics(contentFolder({ 'courses/un.fr.mdx': courseFile() }));
  cpSync('content/venues', join(ground, 'venues'), { recursive: true });
  const code = await makeContent(['--courses', '6', '--into', folder], { CONTENT_DIR: ground });
  if (code !== 0) throw new Error(`No content was made in ${folder}.`);
}
