import { compileSync } from '@mdx-js/mdx';
import fc from 'fast-check';
import { mdxToHast } from 'satteri';

/** What means something to Markdown or MDX, in pieces that meet in every way. */
const pieces = [
  ...[
    'a',
    'b ',
    ' ',
    '\n',
    '\n\n',
    '  ',
    '    ',
    '\t',
    '<',
    '>',
    '{',
    '}',
    '/',
    '`',
    '``',
    '```',
    '~~~',
    '*',
    '**',
    '_',
    '~',
  ],
  ...[
    '[',
    ']',
    '(',
    ')',
    '](',
    '!',
    '|',
    '\n|-|-|\n',
    '- ',
    '1. ',
    '2. ',
    '> ',
    '# ',
    '---',
    '===',
    '\\',
    '&lt;',
    '"',
    "'",
    '=',
  ],
  ...[
    '<A>',
    '</A>',
    '<B x="y">',
    '</B>',
    '<A/>',
    '<C a="`{" />',
    '<br>',
    '<b>',
    '</b>',
    '<a b',
    '<T\n',
    'x="1"',
    '\n/>',
    '\n>',
  ],
  ...[
    '\n<A>\n',
    '\n</A>\n',
    '\n- <A>',
    '\n\n  <A>\n\n  x\n\n  </A>\n',
    '\n```\n',
    '\n  ```js\n',
    'import ',
    'export ',
  ],
  ...[
    '<!--',
    '-->',
    '{/*',
    '*/}',
    'https://x.y/',
    'www.a.b',
    'a@b.c',
    '<https://a.b/c>',
    '<a@b.c>',
    'mailto:',
    'javascript:',
  ],
  ...[
    '[^1]',
    '[^1]: ',
    '[x]: ',
    '· ',
    'o\t',
    '\r\n',
    '\0',
    '\u2028',
    '\uD800',
    '\uFEFF',
    'é',
    '«',
    '😀',
    '$',
    '^',
    ':::',
  ],
];

/** Texts that look like MDX gone wrong. */
export const mdxIsh = fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((parts) => parts.join(''));

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

/** The tree that a text is for Sätteri. Throws where it can't be parsed. */
export function treeOf(text: string): Node {
  return mdxToHast(text, { features: { frontmatter: false } }) as Node;
}

/** What is wrong with a healed text for the two compilers of MDX; nothing if both take it and find no code in it. */
export function complaintAbout(text: string): string | undefined {
  try {
    const code = codeIn(treeOf(text));
    if (code) return `a ${code} is left`;
    compileSync(text);
    return undefined;
  } catch (error) {
    return String(error);
  }
}

function codeIn(node: Node): string | undefined {
  if (/Expression|Esm/.test(node.type)) return node.type;
  return node.children?.map(codeIn).find(Boolean);
}

/** The words in a tree, without the spaces between them. */
export function wordsOf(node: Node): string {
  if (node.type === 'text') return (node.value ?? '').replace(/\s+/g, '');
  return (node.children ?? []).map(wordsOf).join('');
}
