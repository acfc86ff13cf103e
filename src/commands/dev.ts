import { dev } from 'astro';
import { CannotListen, readPort } from '../server/listen.ts';
import { untilStopped } from './until-stopped.ts';

/** `npm run dev`: Astro’s development server, which shows each edit of code at once; it has no search. The exit code. */
export async function run(_words: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  try {
    const server = await dev({ server: { host: '127.0.0.1', port: readPort(environment) } });
    await untilStopped();
    await server.stop();
    return 0;
  } catch (error) {
    if (!(error instanceof CannotListen)) throw error;
    console.error(error.message);
    return 1;
  }
}
