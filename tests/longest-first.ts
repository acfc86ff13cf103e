import { readFileSync } from 'node:fs';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Begins with the tests that build sites, which give themselves minutes: Vitest takes large files for long tests where it has
 * not seen them, and one worker would wait for the other at the end. In a browser the order stays: there the longest test
 * takes all processors.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted(
      (one, other) => Number(givesItselfMinutes(other)) - Number(givesItselfMinutes(one)),
    );
  }
}

function givesItselfMinutes({ moduleId, project }: TestSpecification): boolean {
  return project.name === 'unit' && /\b[69]00_000\b/.test(readFileSync(moduleId, 'utf8'));
}
