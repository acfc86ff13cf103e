import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The words of bodies, each found once. */
export interface KeptWords {
  /** The words of the body whose file has this digest: as they were kept, otherwise as `find` finds them. */
  readonly of: (digest: string, find: () => Promise<string>) => Promise<string>;
  /** Keeps what was asked for, if there is enough that is new. What was not is forgotten once most was. */
  readonly save: () => void;
}

/** The words that `file` keeps, which is read once they are asked for; without a file none are kept. */
export function openWords(file: string | undefined): KeptWords {
  let former: ReadonlyMap<string, string> | undefined;
  /** As lines of the file. */
  const asked = new Map<string, string>();
  return {
    async of(digest, find) {
      former ??= file ? linesIn(file) : new Map();
      const line = asked.get(digest) ?? former.get(digest) ?? lineOf(digest, await find());
      asked.set(digest, line);
      return wordsIn(line);
    },
    save() {
      if (!file || !former) return;
      const known = former;
      const found = [...asked.keys()].filter((digest) => !known.has(digest));
      if (found.length <= known.size / fewest) return;
      const isMost = asked.size - found.length >= known.size / 2;
      const lines = isMost ? asked : new Map([...known, ...asked]);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.next`, [...lines.values(), ''].join('\n'));
      renameSync(`${file}.next`, file);
    },
  };
}

/** Where fewer bodies than one in so many are new, it takes longer to write all than to find theirs again. */
const fewest = 50;

function lineOf(digest: string, words: string): string {
  return `${digest} ${JSON.stringify(words)}`;
}

function wordsIn(line: string): string {
  return JSON.parse(line.slice(line.indexOf(' ') + 1)) as string;
}

/** By the digests of the bodies. */
function linesIn(file: string): Map<string, string> {
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return new Map();
  }
  const lines = text.split('\n').slice(0, -1);
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(' ')), line]));
}
