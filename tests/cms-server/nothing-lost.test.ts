import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { Refused } from '../../src/cms/tab.ts';
import { aRepository, aSave, topic } from './academy.ts';
import { killableServer } from './killable-server.ts';
import { leftovers, lostSaves, overwrittenByMerges, overwrittenUnseen, type Save } from './saved-history.ts';

const operations = 1000;
const slugs = ['alpha', 'beta', 'gamma', 'delta', 'donnees'];
const byHand = {
  'src/code.ts': 'export const unfinished = 1;\n',
  'content/topics/byhand.fr.yaml': topic('Changé à la main'),
};

test('of 1,000 operations of three editors no acknowledged save is lost, though the server is killed again and again', async () => {
  const root = mkdtempSync(join(tmpdir(), 'nothing-lost-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true, maxRetries: 5 }));
  const repository = aRepository(root, { 'content/topics/byhand.fr.yaml': topic('À la main') });
  for (const [file, text] of Object.entries(byHand)) repository.write(file, text);
  repository.write('content/topics/staged.fr.yaml', topic('Prêt'));
  repository.git('add', 'content/topics/staged.fr.yaml');
  const random = randomFrom(Number(process.env['LOSS_SEED'] ?? 7));
  const server = await killableServer(root);
  const saves: Save[] = [];
  const uploads: string[] = [];
  const counts = { done: 0, refused: 0, unanswered: 0, kills: 0 };

  /** Every so many operations, while some are under way. */
  const killing = (async () => {
    for (let at = 50; at < operations; at += 90) {
      while (counts.done < at) await pause(5);
      await pause(random() * 120);
      counts.kills += 1;
      await server.killAndRestart(random() < 0.5);
    }
  })();
  await Promise.all(['Anna', 'Ben', 'Chloé'].map((name) => edit(name)));
  await killing;
  await server.killAndRestart(true);
  await (await server.tab('Dora'))('persistEntry', aSave('end', topic('Fin')));
  await server.stop();

  // Enough of each must have happened for the rest to mean something.
  expect(counts.kills).toBeGreaterThan(9);
  expect(counts.refused).toBeGreaterThan(50);
  expect(saves.filter(({ isAcknowledged }) => isAcknowledged).length).toBeGreaterThan(50);
  expect(uploads.length).toBeGreaterThan(10);
  expect(lostSaves(repository.git, saves)).toEqual([]);
  const media = repository.git('ls-tree', '-r', '--name-only', 'main', 'public/media').split('\n');
  expect(uploads.filter((file) => !media.includes(file))).toEqual([]);
  expect(overwrittenByMerges(repository.git)).toEqual([]);
  expect(overwrittenUnseen(repository.git, saves)).toEqual([]);
  expect(repository.git('fsck', '--strict', '--no-dangling')).toBe('');
  expect(leftovers(root)).toEqual([]);
  for (const [file, text] of Object.entries(byHand)) expect(repository.read(file)).toBe(text);
  expect(
    repository.git('status', '--porcelain', '--untracked-files=no').split('\n').filter(Boolean).sort(),
  ).toEqual([' M content/topics/byhand.fr.yaml', ' M src/code.ts', 'A  content/topics/staged.fr.yaml']);
  expect(repository.git('log', '--format=%H', '--all', '--', 'src/code.ts').trim().split('\n')).toHaveLength(
    1,
  );

  async function edit(name: string): Promise<void> {
    let request = await server.tab(name);
    const seen = new Map<string, Set<string>>();
    while (counts.done < operations) {
      counts.done += 1;
      const slug = slugs[Math.floor(random() * slugs.length)] ?? '';
      if (random() < 0.05) {
        request = await server.tab(name);
        seen.clear();
      }
      await one(slug).catch(async (error: unknown) => {
        if (error instanceof Refused && error.status < 500) {
          expect(error.message).toMatch(/\S{3,}/);
          counts.refused += 1;
        } else if (error instanceof TypeError || error instanceof SyntaxError) {
          counts.unanswered += 1;
          await server.isUp();
        } else throw error;
      });
    }

    async function one(slug: string): Promise<void> {
      const dice = random();
      const paths = ['fr', 'de'].map((locale) => `content/topics/${slug}.${locale}.yaml`);
      const entry = { collection: 'topics', slug };
      if (dice < 0.3) {
        for (const path of paths) seen.set(path, new Set([await read(entry, path)]));
      } else if (dice < 0.73) {
        const written = random() < 0.5 ? paths : paths.slice(0, 1);
        await save(slug, written, dice < 0.65);
      } else if (dice < 0.78) {
        const file = `public/media/${name.normalize('NFD').replace(/[^a-z]/gi, '')}-${counts.done}.txt`;
        const content = Buffer.from(`De ${name}, ${counts.done}`).toString('base64');
        await request('persistMedia', { asset: { path: file, content, encoding: 'base64' }, options: {} });
        uploads.push(file);
      } else if (dice < 0.86) await request('publishUnpublishedEntry', entry);
      else if (dice < 0.9) await request('deleteUnpublishedEntry', entry);
      else if (dice < 0.93) {
        await request('deleteFiles', { paths, options: {} });
        for (const path of paths) seen.set(path, new Set(['']));
      } else if (dice < 0.97)
        await request('updateUnpublishedEntryStatus', { ...entry, newStatus: 'pending_review' });
      else await request('unpublishedEntries');
    }

    /** A draft, or at once what is published. */
    async function save(slug: string, paths: readonly string[], useWorkflow: boolean): Promise<void> {
      const begun = paths.map((path): Save => {
        const text = topic(`${slug} de ${name} ${saves.length}`);
        const one: Save = { path, text, base: new Set(seen.get(path) ?? ['']), isAcknowledged: false };
        saves.push(one);
        seen.set(path, new Set([...one.base, text]));
        return one;
      });
      const dataFiles = begun.map(({ path, text }) => ({ slug, path, raw: text }));
      const options = { ...aSave(slug, '').options, useWorkflow };
      try {
        await request('persistEntry', { dataFiles, assets: [], options });
        for (const one of begun) {
          one.isAcknowledged = true;
          seen.set(one.path, new Set([one.text]));
        }
      } catch (error) {
        if (error instanceof Refused && error.status < 500)
          for (const { path, base } of begun) seen.set(path, new Set(base));
        throw error;
      }
    }

    /** As Decap opens an entry: its draft if there is one, else what is published. */
    async function read(entry: object, path: string): Promise<string> {
      try {
        return ((await request('unpublishedEntryDataFile', { ...entry, path })) as { data: string }).data;
      } catch (error) {
        if (!(error instanceof Refused) || error.status !== 404) throw error;
      }
      try {
        return ((await request('getEntry', { path })) as { data: string }).data;
      } catch (error) {
        if (error instanceof Refused && error.status === 404) return '';
        throw error;
      }
    }
  }
}, 900_000);

/** Numbers from 0 to 1, the same ones for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
