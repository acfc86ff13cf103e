/** A test: its file below `tests/`, and its title, or so much of it as is not filled in. */
type Proof = readonly [file: string, title: string];

const axe: Proof = [
  'browser/axe-every-page.test.ts',
  'every page keeps every rule of accessibility, light and dark, narrow and wide',
];
const html: Proof = ['site/html.test.ts', 'every page is valid HTML'];
const looks: Proof = [
  'browser/looks.test.ts',
  'no page scrolls sideways or cuts a word off, whatever the width, zoom, spacing, direction and words',
];
const focus: Proof = [
  'browser/focus.test.ts',
  'the focus goes through a page in the order one reads, seen at each stop',
];
const language: Proof = ['site/pages.test.ts', 'a page says in which language it is'];
const changes: Proof = [
  'site/languages.test.ts',
  'a text in another language than what stands around it is marked, on every page',
];
const frame: Proof = [
  'site/navigation.test.ts',
  'menu, languages and the links at the foot are the same on every page of a language, in the same order',
];
const search: Proof = [
  'site/navigation.test.ts',
  'every page has one search field, before the text or at its beginning',
];
const siteMap: Proof = [
  'site/navigation.test.ts',
  'the site map leads to every page that search engines shall know, but for the parts of lists',
];
const groups: Proof = [
  'site/forms.test.ts',
  'boxes and buttons of one question stand in a group that begins with its name',
];
const hover: Proof = [
  'browser/looks.test.ts',
  'who asks for less motion sees none, and nothing is shown to those alone who hover',
];
const pictures: Proof = ['site/pages.test.ts', 'every picture has a text, empty where it is decoration'];
const drawings: Proof = ['site/forms.test.ts', 'a drawing is hidden from assistive tools or has a name'];
const quiz: Proof = [
  'browser/blocks.test.ts',
  'a quiz is answered, checked and begun again with the keyboard, and every state is accessible',
];

/** What the verdicts of the audit rest on that tests give: each criterion of RAWeb 1.1 with its tests. */
export const evidence: Readonly<Record<string, readonly Proof[]>> = {
  '1.1': [pictures, drawings],
  '1.2': [pictures, drawings],
  '3.2': [axe, ['styles/tokens.test.ts', 'the text colour %s can be read on %s']],
  '3.3': [['styles/tokens.test.ts', 'the line colour %s is seen on %s'], focus],
  '5.6': [axe, html],
  '5.7': [axe, html],
  '6.2': [axe],
  '7.2': [
    ['browser/keyboard.test.ts', 'without scripts the menu opens, leads on and closes'],
    [
      'browser/blocks.test.ts',
      'without scripts a quiz shows its solutions at a press, and nothing that would not work',
    ],
    ['browser/journeys.test.ts', 'without scripts the root offers the four languages'],
  ],
  '7.3': [
    quiz,
    [
      'browser/search-states.test.ts',
      'one searches, narrows, takes back and opens a result by keyboard, and comes back to the results',
    ],
  ],
  '7.5': [
    ['browser/search-states.test.ts', 'what was found is said, once one pauses'],
    ['browser/blocks.test.ts', 'when all questions are checked, the score is announced and remembered'],
  ],
  '8.1': [html],
  '8.2': [html],
  '8.3': [language],
  '8.4': [language, changes],
  '8.5': [axe, ['site/pages.test.ts', 'no two pages of a language have the same title']],
  '8.7': [changes],
  '8.8': [changes],
  '9.1': [
    ['site/pages.test.ts', 'a page has one heading of the first level, and its headings skip no level'],
  ],
  '9.2': [axe],
  '10.1': [html],
  '10.4': [looks],
  '10.6': [axe],
  '10.7': [focus],
  '10.8': [axe],
  '10.11': [looks],
  '10.12': [looks],
  '10.13': [
    hover,
    ['browser/blocks.test.ts', 'a word of the glossary shows its definition at a key, and Escape closes it'],
  ],
  '10.14': [hover],
  '11.1': [axe, ['site/forms.test.ts', 'a field has a label that is seen']],
  '11.5': [groups],
  '11.6': [groups],
  '11.13': [['site/forms.test.ts', 'the one for a person’s name tells the browser so'], axe],
  '12.1': [frame, search, siteMap],
  '12.2': [frame],
  '12.3': [siteMap],
  '12.4': [frame],
  '12.5': [search],
  '12.6': [axe],
  '12.7': [['browser/keyboard.test.ts', 'the first press of Tab shows the way past the header']],
  '12.8': [focus],
  '12.9': [focus],
  '12.10': [
    [
      'browser/search-steps.test.ts',
      'the “/” key can be turned off below the field, for all pages and visits to come',
    ],
  ],
  '12.11': [
    quiz,
    ['browser/keyboard.test.ts', 'on a small screen the menu opens, leads on and closes by keyboard'],
  ],
  '13.2': [['site/navigation.test.ts', 'no link opens a window of its own']],
  '13.9': [axe],
  '14.3': [axe],
};
