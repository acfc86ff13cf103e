import { listPaths } from '../../../../../../entries.js';

export default {
  paths: () => listPaths(/^\/(?<locale>\w+)\/topics\/(?<topic>[\w-]+)\/page\/(?<page>\d+)\/$/),
};
