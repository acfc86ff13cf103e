/** The editor’s server alone, for tests that kill it: `node serve.ts <root of a repository>`; it prints its port. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openEditing } from '../../src/cms-server/editing.ts';
import { readSite } from '../../src/site.ts';

const [root = '', folder = ''] = process.argv.slice(2);
const site = readSite({ CONTENT_DIR: join(root, 'content') });
const editing = await openEditing(site, join(root, 'public'), folder);
const server = createServer((request, response) => {
  if (!editing.handle(request, response)) response.end();
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
