import type { APIRoute } from 'astro';
import { catalogueIn } from '../../content.ts';
import { courseRecords } from '../../exports/courses-json.ts';
import type { Locale } from '../../i18n/locales.ts';
import { inEachLanguage } from '../../i18n/paths.ts';
import { course } from '../../schema/course.ts';
import { listedFields } from '../../schema/listed-fields.ts';

export const getStaticPaths = inEachLanguage;

/** Every course with all its fields, for other catalogues and for those who count. */
export const GET: APIRoute<{ locale: Locale }> = async ({ props: { locale }, site }) =>
  Response.json(courseRecords(await catalogueIn(locale), listedFields(course), site));
