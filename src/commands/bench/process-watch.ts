import { readdirSync, readFileSync } from 'node:fs';

/** What processes needed: undefined where the system does not tell, which Linux alone does, in /proc. */
export interface Needed {
  /** The highest memory of all of them together, in bytes. */
  readonly peakBytes: number | undefined;
  /** The time that processors worked for them: a busy machine hardly changes it. */
  readonly processorSeconds: number | undefined;
}

/** Ticks of the kernel’s clock in a second: Linux shows a hundred to programs, whatever it counts itself. */
const ticksInSecond = 100;

/** Watches a process and all that it starts, until it is asked what they needed. */
export function watchProcesses(process: number, milliseconds = 100): () => Needed {
  let peak = 0;
  let worked = 0;
  const look = () => {
    const tree = treeOf(process);
    peak = Math.max(peak, memoryOf(tree.map((one) => textOf(`/proc/${one}/status`))));
    worked = Math.max(worked, processorSecondsOf(tree.map((one) => textOf(`/proc/${one}/stat`))));
  };
  look();
  const timer = setInterval(look, milliseconds);
  return () => {
    clearInterval(timer);
    return { peakBytes: peak || undefined, processorSeconds: worked || undefined };
  };
}

/**
 * The memory of processes, in bytes, from what /proc says of each: what each has for itself, and the files of the largest,
 * which others may share. Never less than the most that one of them ever had.
 */
export function memoryOf(statuses: readonly string[]): number {
  const kilobytes = (status: string, name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0);
  const own = statuses.map((status) => kilobytes(status, 'RssAnon') + kilobytes(status, 'RssShmem'));
  const files = statuses.map((status) => kilobytes(status, 'RssFile'));
  const most = statuses.map((status) => kilobytes(status, 'VmHWM'));
  const together = own.reduce((sum, one) => sum + one, 0) + Math.max(0, ...files);
  return Math.max(together, ...most) * 1024;
}

/** The processor time of processes, and of those that they waited for, from the lines /proc has of them. */
export function processorSecondsOf(lines: readonly string[]): number {
  const ticks = lines.map((line) => {
    // The name, in brackets, may hold anything: what follows is counted from its end.
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  });
  return ticks.reduce((sum, one) => sum + one, 0) / ticksInSecond;
}

/** A process and those below it; one that has just ended is not among them. */
function treeOf(process: number): number[] {
  try {
    const tasks = readdirSync(`/proc/${process}/task`);
    const children = tasks.flatMap((task) => {
      const numbers = textOf(`/proc/${process}/task/${task}/children`).split(' ');
      return numbers.filter(Boolean).map(Number);
    });
    return [process, ...children.flatMap(treeOf)];
  } catch {
    return [];
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
