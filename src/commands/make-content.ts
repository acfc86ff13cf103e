import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { readSite } from '../site.ts';
import { type Base, madeCatalogue } from './make-content/catalogue.ts';
import { stopwatch } from './stopwatch.ts';

const usage = 'Usage: npm run make-content -- --courses 1000 --into FOLDER [--seed 1]';

/**
 * `npm run make-content -- --courses N --into DIR`: writes a content folder of any size, to measure and to test with:
 * that of CONTENT_DIR and made-up entries beside it. The folder must be new or empty. The exit code.
 */
export async function run(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const wish = wishOf(words);
  if (!wish) {
    console.error(usage);
    return 1;
  }
  if ((await readdir(wish.into).catch(() => [])).length > 0) {
    console.error(`There is something in ${wish.into}: name a folder that is new or empty.`);
    return 1;
  }
  const seconds = stopwatch();
  const { contentDir } = readSite(environment);
  const present = presentCourses(await readdir(join(contentDir, 'courses')).catch(() => []));
  if (wish.courses < present) {
    console.error(`${contentDir} has ${present} courses already: ask for ${present} or more.`);
    return 1;
  }
  const count = await makeContent(contentDir, wish.into, wish.courses, wish.seed);
  console.log(`${count} files for ${wish.courses} courses written into ${wish.into} in ${seconds()}.`);
  return 0;
}

function presentCourses(files: readonly string[]): number {
  return new Set(files.map((file) => file.replace(/\..*$/, ''))).size;
}

/** Writes the content folder `into`: the files of `contentDir` and made ones, up to `courses` courses. Their number. */
export async function makeContent(
  contentDir: string,
  into: string,
  courses: number,
  seed = 1,
): Promise<number> {
  const base = await readBase(contentDir);
  const folders = new Set<string>();
  let count = 0;
  const write = async (path: string, text: string): Promise<void> => {
    const file = join(into, path);
    if (!folders.has(dirname(file))) await mkdir(dirname(file), { recursive: true });
    folders.add(dirname(file));
    await writeFile(file, text);
    count += 1;
  };
  for (const [path, text] of base) await write(path, text);
  for (const [path, text] of madeCatalogue(base, courses, seed)) await write(path, text);
  return count;
}

async function readBase(contentDir: string): Promise<Base> {
  const files = await readdir(contentDir, { recursive: true, withFileTypes: true });
  const paths = files
    .filter((file) => file.isFile() && !file.name.startsWith('.'))
    .map((file) => join(file.parentPath, file.name).slice(join(contentDir, '/').length))
    .sort();
  const texts = await Promise.all(paths.map((path) => readFile(join(contentDir, path), 'utf8')));
  return new Map(paths.map((path, index) => [path, texts[index] ?? '']));
}

function wishOf(words: readonly string[]): { courses: number; into: string; seed: number } | undefined {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        courses: { type: 'string' },
        into: { type: 'string' },
        seed: { type: 'string', default: '1' },
      },
    });
    const [courses, seed] = [Number(values.courses), Number(values.seed)];
    if (!values.into || !Number.isInteger(courses) || courses < 1 || !Number.isInteger(seed))
      return undefined;
    return { courses, into: values.into, seed };
  } catch {
    return undefined;
  }
}
