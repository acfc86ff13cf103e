/** The parts of a build, in their order. */
export type Phase =
  | 'sources'
  | 'content'
  | 'bundle'
  | 'start'
  | 'compare'
  | 'pages'
  | 'traces'
  | 'pictures'
  | 'modules'
  | 'link'
  | 'search'
  | 'editor'
  | 'compress'
  | 'replace';

interface Taken {
  readonly phase: Phase;
  readonly seconds: number;
  readonly processor: number;
  readonly megabytes: number;
}

/** A page that was made, and what differs from the build that made it before. */
export interface MadePage {
  readonly address: string;
  readonly why: string;
}

/** How a build went: where its time goes, which pages it made and why. */
export class BuildLog {
  /** What is done in several turns counts as one. */
  readonly #taken = new Map<Phase, Taken>();
  #current: { phase: Phase; at: number; processor: number } | undefined;
  made: readonly MadePage[] = [];
  /** Of the whole site. */
  pages = 0;

  /** The phase before it ends. Whoever has started this process to build, and listens, hears of it. */
  begin(phase: Phase): void {
    this.end();
    this.#current = { phase, at: performance.now(), processor: processorSeconds() };
    process.send?.({ buildPhase: phase });
  }

  end(): void {
    if (!this.#current) return;
    const { phase, at, processor } = this.#current;
    const former = this.#taken.get(phase);
    this.#taken.set(phase, {
      phase,
      seconds: (former?.seconds ?? 0) + (performance.now() - at) / 1000,
      processor: (former?.processor ?? 0) + processorSeconds() - processor,
      megabytes: process.memoryUsage.rss() / 1e6,
    });
    this.#current = undefined;
  }

  /** A line a phase: its seconds, those of processors, and the memory at its end. */
  times(): string[] {
    const { maxRSS } = process.resourceUsage();
    return [
      ...[...this.#taken.values()].map(
        ({ phase, seconds, processor, megabytes }) =>
          `${phase.padEnd(9)} ${seconds.toFixed(2).padStart(8)} s  processor ${processor.toFixed(2).padStart(8)} s  ${megabytes.toFixed(0).padStart(6)} MB`,
      ),
      `at most ${(maxRSS / 1000).toFixed(0)} MB`,
    ];
  }
}

function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
