import { courseFile } from './folder.ts';

/** A mistake each of the ten files must be told: where it is, and words of what to write instead. */
export const expected = [
  ['courses/bad-address.fr.mdx', 'enrolment', 13, 'https://'],
  ['courses/bad-date.fr.mdx', 'publishOn', 13, '2027'],
  ['courses/duplicate-code.fr.mdx', 'code', 11, 'courses/bad-wrong-type.fr.mdx'],
  ['courses/invalid-yaml.fr.mdx', '', 3, 'YAML'],
  ['courses/missing-reference.fr.mdx', 'requiredCourses.1', 13, 'nowhere'],
  ['courses/missing-title.fr.mdx', 'title', 9, 'title'],
  ['courses/not-utf8.fr.mdx', '', 2, 'UTF-8'],
  ['courses/unknown-block.fr.mdx', 'body', 15, 'Carousel'],
  ['courses/unknown-field.fr.mdx', 'price', 13, 'title'],
  ['courses/wrong-type.fr.mdx', 'hours.inClass', 11, '2000'],
] as const;

/** Ten content files, each with one mistake of its own. */
export function tenBrokenFiles(): Record<string, string | Uint8Array> {
  const coded = (code: string, lines: readonly string[], body?: string) =>
    courseFile([`code: ${code}`, ...lines], body);
  return {
    'courses/right.fr.mdx': coded('RIGHT', []),
    'courses/bad-wrong-type.fr.mdx': coded('SAME', []),
    'courses/missing-reference.fr.mdx': coded('T-01', ['featured: true', 'requiredCourses: [nowhere]']),
    'courses/bad-date.fr.mdx': coded('T-02', ['featured: true', 'publishOn: 2027-02-30']),
    'courses/unknown-field.fr.mdx': coded('T-03', ['featured: true', 'price: 12']),
    'courses/duplicate-code.fr.mdx': coded('same', []),
    'courses/wrong-type.fr.mdx': coded('T-04', ['hours: { inClass: six }']),
    'courses/missing-title.fr.mdx': coded('T-05', ['title:', 'summary:', 'objectives:']),
    'courses/bad-address.fr.mdx': coded('T-06', ['featured: true', 'enrolment: www.example.lu']),
    'courses/unknown-block.fr.mdx': coded('T-07', ['featured: true'], '<Carousel title="x" />'),
    'courses/invalid-yaml.fr.mdx': '---\ntitle: "Jamais fermé\ncode: T-08\n---\n\nTexte\n',
    'courses/not-utf8.fr.mdx': Buffer.from('---\ntitle: Éclair\n---\n', 'latin1'),
  };
}
