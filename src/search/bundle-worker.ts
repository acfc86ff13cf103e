import { parentPort } from 'node:worker_threads';
import { bundleLanguage, type LanguageBundle } from './bundle-language.ts';

/**
 * A thread that makes bundles: Pagefind reads while another language is put together. It answers each that it is handed
 * with the name of the bundle, one after the other.
 */
parentPort?.on('message', async (language: LanguageBundle) => {
  parentPort?.postMessage(await bundleLanguage(language));
});
