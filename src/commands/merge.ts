import { parseArgs } from 'node:util';
import { CannotMerge, mergeParts } from './build-parts/merge-parts.ts';
import { stopwatch } from './stopwatch.ts';

/** `npm run merge -- DIR DIR … --into dist`: joins the parts that `npm run build -- --part 1/2` made. The exit code. */
export async function run(words: readonly string[]): Promise<number> {
  const seconds = stopwatch();
  try {
    const { positionals, values } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { into: { type: 'string', default: 'dist' } },
    });
    const count = await mergeParts(positionals, values.into);
    console.log(`${count} files of ${positionals.length} parts merged into ${values.into} in ${seconds()}.`);
    return 0;
  } catch (error) {
    if (!(error instanceof CannotMerge) && !(error instanceof TypeError)) throw error;
    console.error(error.message);
    return 1;
  }
}
