import { cpSync, existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** This project in a copy whose code can be changed. */
export function projectIn(folder: string): string {
  const parts = ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json'];
  // The editor’s bundle is kept by what it is made of: it is right here too, and takes long to make.
  for (const part of [...parts, '.build/editor'].filter((each) => existsSync(each)))
    cpSync(part, join(folder, part), { recursive: true, preserveTimestamps: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Changes a file; throws where it lacks `from`. */
export function rewrite(file: string, from: string | RegExp, to: string): void {
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${file} lacks ${from}.`);
  writeFileSync(file, changed);
}
