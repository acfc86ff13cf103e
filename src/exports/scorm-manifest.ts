import { escapeXml } from './xml.ts';

/** What a learning platform is told of a module before anyone opens it. */
export interface PackagedModule {
  readonly slug: string;
  readonly language: string;
  readonly title: string;
  readonly summary: string;
  readonly minutes: number;
}

/** The page that a platform opens. */
export const startPage = 'index.html';

/** What the schema of content packages lets a title have, in characters. */
const mostOfTitle = 200;

/**
 * `imsmanifest.xml` of a package with one module, as SCORM 1.2 wants it. `files` are all of the package but the manifest;
 * with `mastery`, out of 100, the platform counts a module as passed from this score on.
 */
export function scormManifest(
  module: PackagedModule,
  files: readonly string[],
  mastery: number | undefined,
): string {
  const { slug, language, summary, minutes } = module;
  const name = `${slug}.${language}`;
  const title = escapeXml([...module.title].slice(0, mostOfTitle).join(''));
  const words = (text: string) => `<imsmd:langstring xml:lang="${language}">${text}</imsmd:langstring>`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<manifest identifier="module-${name}" version="1.0"`,
    '  xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"',
    '  xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"',
    '  xmlns:imsmd="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"',
    '  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    '  xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd',
    '    http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd',
    '    http://www.imsglobal.org/xsd/imsmd_rootv1p2p1 imsmd_rootv1p2p1.xsd">',
    '  <metadata>',
    '    <schema>ADL SCORM</schema>',
    '    <schemaversion>1.2</schemaversion>',
    '    <imsmd:lom>',
    '      <imsmd:general>',
    `        <imsmd:title>${words(title)}</imsmd:title>`,
    `        <imsmd:language>${language}</imsmd:language>`,
    `        <imsmd:description>${words(escapeXml(summary))}</imsmd:description>`,
    '      </imsmd:general>',
    '      <imsmd:educational>',
    `        <imsmd:typicallearningtime><imsmd:datetime>PT${minutes}M</imsmd:datetime></imsmd:typicallearningtime>`,
    '      </imsmd:educational>',
    '    </imsmd:lom>',
    '  </metadata>',
    '  <organizations default="organization">',
    '    <organization identifier="organization">',
    `      <title>${title}</title>`,
    '      <item identifier="item" identifierref="resource" isvisible="true">',
    `        <title>${title}</title>`,
    ...(mastery === undefined ? [] : [`        <adlcp:masteryscore>${mastery}</adlcp:masteryscore>`]),
    '      </item>',
    '    </organization>',
    '  </organizations>',
    '  <resources>',
    `    <resource identifier="resource" type="webcontent" adlcp:scormtype="sco" href="${startPage}">`,
    ...files.map((file) => `      <file href="${escapeXml(encodeURI(file))}"/>`),
    '    </resource>',
    '  </resources>',
    '</manifest>',
    '',
  ].join('\n');
}
