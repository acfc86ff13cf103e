import type { GitHostBackend } from './git-host.ts';

interface TreePage {
  readonly tree: readonly unknown[];
  /** Forgejo and Gitea give trees by pages, of 1,000 files unless the host says otherwise; GitHub does not. */
  readonly page?: number;
  readonly truncated?: boolean;
}

/** Lets a backend read trees to their end: Decap asks Forgejo for the repository’s first page alone, and lists nothing of the others. */
export function readWholeTrees(api: GitHostBackend['api']): void {
  const request = api?.request?.bind(api);
  if (!api || !request) return;
  api.request = async (path, options, ...others) => {
    const first = await request(path, options, ...others);
    if (!/\/git\/trees\/[^/]+$/.test(path)) return first;
    const pages = [first as TreePage];
    for (let last = pages[0]; last?.truncated && last.page; last = pages.at(-1)) {
      const params = { ...options?.params, page: last.page + 1 };
      pages.push((await request(path, { ...options, params }, ...others)) as TreePage);
    }
    return { ...pages[0], tree: pages.flatMap(({ tree }) => tree) };
  };
}
