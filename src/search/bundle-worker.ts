import { parentPort } from 'node:worker_threads';
import { close } from 'pagefind';
import { bundleLanguage, type LanguageBundle } from './bundle-language.ts';

/**
 * A thread that makes bundles: Pagefind reads while another language is put together. It answers each that it is handed
 * with the name of the bundle, one after the other, and ends when it is told that there are no more.
 */
parentPort?.on('message', async (language: LanguageBundle | 'no more') => {
  if (language !== 'no more') return parentPort?.postMessage(await bundleLanguage(language));
  await close();
  parentPort?.close();
});
