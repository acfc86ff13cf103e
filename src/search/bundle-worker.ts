import { parentPort, workerData } from 'node:worker_threads';
import { bundleLanguage, type LanguageBundle } from './bundle-language.ts';

/** A thread for one language: Pagefind reads while another language is put together. */
parentPort?.postMessage(await bundleLanguage(workerData as LanguageBundle));
