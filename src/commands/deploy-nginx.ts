import { writeFile } from 'node:fs/promises';
import { originsOf } from '../cms/backends.ts';
import { nginxConfig } from '../server/nginx.ts';
import { readSite } from '../site.ts';

/**
 * `npm run deploy:nginx`: the configuration of nginx for this site, as the environment describes it, onto the screen or
 * `-- --into FILE`. `-- --root /srv/academy` says where the site lies there, `-- --listen 80` where nginx listens.
 */
export async function run(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const choices: Record<string, string> = { root: '/srv/academy', listen: '80', into: '' };
  for (let index = 0; index < words.length; index += 2) {
    const name = words[index]?.replace(/^--/, '') ?? '';
    const value = words[index + 1];
    if (!(name in choices) || value === undefined) {
      console.error(
        `“${words[index]}” says nothing here: write --root FOLDER, --listen PLACE or --into FILE.`,
      );
      return 1;
    }
    choices[name] = value;
  }
  const { root = '', listen = '', into } = choices;
  const site = readSite(environment);
  const config = nginxConfig({ root, listen, basePath: site.basePath, editorHosts: originsOf(site) });
  if (into) await writeFile(into, config);
  else console.log(config);
  return 0;
}
