import type { BareRepository, Person } from './bare-repository.ts';

/** A merge request, with the names that GitLab’s API gives to its parts. */
export interface MergeRequest {
  readonly iid: number;
  readonly source_branch: string;
  readonly target_branch: string;
  readonly title: string;
  readonly author: Person;
  labels: readonly string[];
  state: 'opened' | 'closed' | 'merged';
  updated_at: string;
}

export type MergeRequests = ReturnType<typeof mergeRequestsOf>;

/** The merge requests of a repository. */
export function mergeRequestsOf(repository: BareRepository) {
  const all: MergeRequest[] = [];
  const shown = (request: MergeRequest) => ({ ...request, sha: repository.tip(request.source_branch) });
  const labels: string[] = [];
  return {
    /** Those that the repository knows, where a git host wants them to be made before they are used. */
    labels,
    shown,
    find: (iid: number) => all.find((request) => request.iid === iid),
    opened: (source: string | null) =>
      all
        .filter(({ state, source_branch }) => state === 'opened' && (!source || source_branch === source))
        .map(shown),
    open(facts: Pick<MergeRequest, 'source_branch' | 'target_branch' | 'title' | 'labels' | 'author'>) {
      const request: MergeRequest = {
        ...facts,
        iid: all.length + 1,
        state: 'opened',
        updated_at: new Date().toISOString(),
      };
      all.push(request);
      return shown(request);
    },
    /** Moves the source onto the target; false where they contradict each other. */
    rebase({ source_branch, target_branch, author, title }: MergeRequest): boolean {
      const target = repository.tip(target_branch) ?? '';
      const source = repository.tip(source_branch) ?? '';
      if (repository.git('merge-base', target, source) === target) return true;
      repository.git('update-ref', 'refs/rebase/source', source);
      repository.git('update-ref', `refs/heads/${source_branch}`, target);
      const isDone = repository.merge(source_branch, source, title, author);
      if (!isDone) repository.git('update-ref', `refs/heads/${source_branch}`, source);
      return isDone;
    },
    /** False where the branches contradict each other. */
    merge(request: MergeRequest): boolean {
      const source = repository.tip(request.source_branch) ?? '';
      if (!repository.merge(request.target_branch, source, request.title, request.author)) return false;
      request.state = 'merged';
      repository.git('update-ref', '-d', `refs/heads/${request.source_branch}`);
      return true;
    },
  };
}
