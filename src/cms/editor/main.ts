import { stringsFor } from '../../i18n/strings.ts';
import { editorConfig } from '../config.ts';
import type { PageFacts } from '../page.ts';
import { editorWords } from '../words.ts';
import { showBar } from './bar.ts';
import { interfaceLanguage } from './chosen-language.ts';
import { register } from './register.ts';
import { CMS } from './registry.ts';
import { findTitlesAt, titlesOfAll } from './titles.ts';

/** Starts the editor in the page that holds this script. */
const facts = JSON.parse(document.getElementById('facts')?.textContent ?? '') as PageFacts;
const locale = interfaceLanguage(localStorage, navigator.languages);
document.documentElement.lang = locale;
document.title = stringsFor(locale).t('cms.title');
if (facts.backend.name === 'proxy') findTitlesAt(`${facts.basePath}admin/api/titles`);
const siteAddress = new URL(facts.basePath, location.origin).href;
const { topics = {} } = await titlesOfAll();
register(locale, facts.backend, topics);
const config = editorConfig({ locale, backend: facts.backend, siteAddress, topics });
CMS.init({ config });
showBar(locale, facts, editorWords(locale));
