import { listPaths } from '../../../../../entries.js';

export default { paths: () => listPaths(/^\/(?<locale>\w+)\/(?<collection>\w+)\/page\/(?<page>\d+)\/$/) };
