import { words } from '../../entries.js';

export default { paths: () => Object.keys(words).map((locale) => ({ params: { locale } })) };
