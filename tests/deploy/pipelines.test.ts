import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { parse } from 'yaml';
import { members } from '../git-host/log-in.ts';
import { openGitLab } from '../gitlab/gitlab.ts';

const run = promisify(execFile);

interface Job {
  readonly stage?: string;
  readonly needs?: string | readonly string[];
  readonly script?: readonly string[];
  readonly steps?: readonly { readonly run?: string; readonly uses?: string }[];
  readonly environment?: { readonly on_stop?: string };
}

const gitLab = parse(readFileSync('deploy/gitlab-ci.yml', 'utf8')) as Record<string, unknown>;
const gitHub = parse(readFileSync('deploy/github-actions.yml', 'utf8')) as { jobs: Record<string, Job> };
const reserved = ['stages', 'workflow', 'default', 'variables'];
const gitLabJobs = Object.entries(gitLab).filter(([name]) => !reserved.includes(name)) as [string, Job][];
const linesOf = ({ script = [], steps = [] }: Job) => [
  ...script,
  ...steps.flatMap(({ run: line }) => line ?? []),
];

test.each([
  ['GitLab', gitLabJobs],
  ['GitHub', Object.entries(gitHub.jobs)],
])(
  'each job for %s needs jobs that there are, and runs commands and scripts that there are',
  (_host, jobs) => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    const names = jobs.map(([name]) => name);
    expect(names.toSorted()).toEqual(['check', 'deploy', 'preview', 'remove-preview', 'test']);
    for (const [, job] of jobs) {
      expect(names).toEqual(expect.arrayContaining([job.needs ?? []].flat()));
      const lines = linesOf(job).join('\n');
      expect(lines).not.toBe('');
      for (const [, name = ''] of lines.matchAll(/npm run ([\w:]+)/g)) expect(scripts).toHaveProperty([name]);
      for (const [, script = ''] of lines.matchAll(/(deploy\/[\w-]+\.sh)/g))
        expect(readFileSync(script, 'utf8')).toMatch(/^#!\/bin\/sh\n/);
    }
  },
);

test('on GitLab each job stands in a stage, and the job that removes a preview is the one the preview names', () => {
  for (const [, job] of gitLabJobs) expect(gitLab['stages']).toContain(job.stage);
  expect(gitLabJobs.find(([name]) => name === 'preview')?.[1].environment?.on_stop).toBe('remove-preview');
});

test('the line of GitLab’s check writes each mistake with its place, and fails', async () => {
  const [line = ''] = linesOf(Object.fromEntries(gitLabJobs)['check'] ?? {});
  const { folder, failure } = await checkBroken(line.replace('gl-code-quality.json', '$REPORT'));
  const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as object[];
  expect(failure).toContain('mistakes: 8');
  expect(report).toMatchObject([
    {
      severity: 'blocker',
      location: { path: expect.stringContaining('pages/a.fr.mdx'), lines: { begin: 3 } },
    },
    { check_name: 'mistakes.unknownField', location: { lines: { begin: 4 } } },
    ...Array(5).fill({ check_name: 'mistakes.missingPage', location: { lines: { begin: 1 } } }),
    { location: { path: expect.stringContaining('site/academy.fr.yaml'), lines: { begin: 1 } } },
  ]);
  const prints = report.map((issue) => (issue as { fingerprint: string }).fingerprint);
  expect(new Set(prints).size).toBe(8);
});

test('the line of GitHub’s check says each mistake as a command on one line', async () => {
  const lines = linesOf(gitHub.jobs['check'] ?? {});
  const { failure, folder } = await checkBroken(lines.at(-1) ?? '');
  const commands = failure.split('\n').filter((line) => line.startsWith('::error '));
  expect(commands).toHaveLength(8);
  expect(commands[0]).toMatch(
    new RegExp(`^::error file=${join(folder, 'content')}/pages/a\\.fr\\.mdx,line=3(?:,col=\\d+)?::\\S`),
  );
});

test('the script that tells where a draft can be seen gives its commit the status that the editor reads', async () => {
  const gitlab = await openGitLab();
  onTestFinished(() => gitlab.close());
  const commit = gitlab.repository.tip('main') ?? '';
  const tell = (token: string) =>
    run('deploy/tell-preview.sh', ['https://academie.example/previews/7/'], {
      env: {
        ...process.env,
        GITLAB_CI: 'true',
        PREVIEW_TOKEN: token,
        CI_API_V4_URL: `${gitlab.origin}/api/v4`,
        CI_PROJECT_ID: '1',
        CI_COMMIT_SHA: commit,
        CI_MERGE_REQUEST_SOURCE_BRANCH_NAME: 'cms/news/a',
      },
    });
  await tell(gitlab.tokenFor(members.marc));
  expect(gitlab.statuses.get(commit)).toEqual([
    { name: 'deploy/preview', status: 'success', target_url: 'https://academie.example/previews/7/' },
  ]);
  await expect(tell(gitlab.tokenFor(members.paul))).rejects.toThrow('403');
});

/** Runs a line of a pipeline on a page with two mistakes, in an academy that has no name and no other page. */
async function checkBroken(line: string): Promise<{ folder: string; failure: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'pipeline-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'content/pages'), { recursive: true });
  writeFileSync(
    join(folder, 'content/pages/a.fr.mdx'),
    `---\ntitle: Page\nsummary: ${'a'.repeat(400)}\nlevle: 3\n---\n`,
  );
  const env = {
    ...process.env,
    CONTENT_DIR: join(folder, 'content'),
    REPORT: join(folder, 'report.json'),
    LANG: 'fr',
  };
  const outcome = await run('sh', ['-euc', line], { env }).then(
    () => 'the check passed',
    (error: { stdout: string; stderr: string }) => error.stdout + error.stderr,
  );
  return { folder, failure: outcome };
}
