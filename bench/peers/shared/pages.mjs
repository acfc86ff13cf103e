/** The pages of the bench as template strings: what a generator’s own templates must equal. Data in, HTML out. */

/** So many entries stand on one page of a list. */
export const entriesOnPage = 24;

/** The collections with a list of their own, in the order of the menu. */
export const listed = ['courses', 'modules', 'paths', 'topics', 'people', 'news'];

/** The page of an entry; `related` are the courses near to it, `body` is its HTML. */
export function entryPage(page, { words, body, related, locales }) {
  const lang = page.language === page.locale ? '' : ` lang="${page.language}"`;
  return frame(
    page,
    { words, locales, title: page.title, description: page.summary },
    `<main id="content" data-pagefind-body${lang}>
<h1>${escaped(page.title)}</h1>
<p class="lead">${escaped(page.summary ?? '')}</p>
${factList(page.facts ?? [], words)}
${(page.texts ?? []).map(({ title, lines }) => `<section>${title && `<h2>${escaped(title)}</h2>`}<ul>${lines.map((line) => `<li>${escaped(line)}</li>`).join('')}</ul></section>`).join('\n')}
<div class="prose">${body}</div>
${(page.links ?? []).map(({ title, links }) => `<section><h2>${escaped(title)}</h2><ul>${links.map(({ text, href }) => `<li><a href="${href}">${escaped(text)}</a></li>`).join('')}</ul></section>`).join('\n')}
${sessionList(page.sessions ?? [], words)}
</main>
${related.length > 0 ? `<section class="related"><h2>${words.related}</h2>${cards(related)}</section>` : ''}`,
  );
}

/** One page of a list of entries: `address` is that of its first page. */
export function listPage({ locale, address, title, entries, page, pages }, { words, locales }) {
  const addressOf = (number) => (number === 1 ? address : `${address}page/${number}/`);
  const link = (number, text, rel) =>
    number >= 1 && number <= pages ? `<a href="${addressOf(number)}" rel="${rel}">${text}</a>` : '';
  return frame(
    { locale, address: addressOf(page) },
    { words, locales, title, description: title },
    `<main id="content">
<h1>${escaped(title)}</h1>
${cards(entries)}
<nav class="pages">${link(page - 1, words.previous, 'prev')} ${link(page + 1, words.next, 'next')}</nav>
</main>`,
  );
}

/** The first page of a language: all topics, the newest entries. */
export function homePage({ locale, topics, news }, { words, locales }) {
  return frame(
    { locale, address: `/${locale}/` },
    { words, locales, title: words.site, description: words.site },
    `<main id="content">
<h1>${words.site}</h1>
<h2>${words.topics}</h2>
${cards(topics)}
<h2>${words.news}</h2>
${cards(news.slice(0, 6))}
</main>`,
  );
}

/** The page on which one searches, with the interface that Pagefind brings. */
export function searchPage(locale, { words, locales }) {
  return frame(
    { locale, address: `/${locale}/search/` },
    { words, locales, title: words.search, description: words.search },
    `<main id="content">
<h1>${words.search}</h1>
<link rel="stylesheet" href="/pagefind/pagefind-ui.css" />
<div id="search"></div>
<script src="/pagefind/pagefind-ui.js"></script>
<script>new PagefindUI({ element: '#search', showSubResults: false });</script>
</main>`,
  );
}

/** Entries in the order in which a list shows them. */
export function inOrder(pages) {
  const { compare } = new Intl.Collator('fr');
  return pages.toSorted((a, b) => compare(a.title, b.title));
}

/** The lists of all languages, page by page: one a collection, one of each topic’s courses. */
export function listsOf(pages, words) {
  const lists = [];
  const inPages = (locale, address, title, entries) => {
    const count = Math.max(1, Math.ceil(entries.length / entriesOnPage));
    for (let page = 1; page <= count; page += 1) {
      const start = (page - 1) * entriesOnPage;
      lists.push({
        locale,
        address,
        title,
        page,
        pages: count,
        entries: entries.slice(start, start + entriesOnPage),
        path: page === 1 ? address : `${address}page/${page}/`,
      });
    }
  };
  for (const locale of Object.keys(words)) {
    const own = pages.filter((page) => page.locale === locale);
    for (const collection of listed)
      inPages(
        locale,
        `/${locale}/${collection}/`,
        words[locale][collection],
        own.filter((page) => page.collection === collection),
      );
    const byTopic = coursesByTopic(own);
    for (const topic of own.filter(({ collection }) => collection === 'topics'))
      inPages(locale, topic.address, topic.title, byTopic.get(topic.slug) ?? []);
  }
  return lists;
}

/** The courses of one language by topic. */
export function coursesByTopic(pages) {
  const found = new Map();
  for (const page of pages)
    for (const topic of page.topics ?? []) {
      if (!found.has(topic)) found.set(topic, []);
      found.get(topic).push(page);
    }
  return found;
}

/** For each course the three that follow it in the list of its first topic. */
export function relatedCourses(pages) {
  const related = new Map();
  for (const locale of new Set(pages.map((page) => page.locale))) {
    const byTopic = coursesByTopic(pages.filter((page) => page.locale === locale));
    for (const [topic, courses] of byTopic)
      for (const [at, course] of courses.entries()) {
        if (course.topics[0] !== topic) continue;
        const others = [...courses.slice(at + 1, at + 4), ...courses.slice(0, Math.min(at, 3))];
        related.set(course.address, others.slice(0, 3));
      }
  }
  return related;
}

function frame({ locale, address }, { words, locales, title, description }, content) {
  const switches = locales.map((other) => {
    const href = address.replace(`/${locale}/`, `/${other}/`);
    return `<a href="${href}" hreflang="${other}" lang="${other}">${other}</a>`;
  });
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<title>${escaped(title)} – ${words.site}</title>
<meta name="description" content="${escaped(description ?? '')}" />
<link rel="canonical" href="https://digital-academy.example${address}" />
<link rel="stylesheet" href="/style.css" />
</head>
<body>
<header><a href="/${locale}/">${words.site}</a>
<nav aria-label="${words.menu}">${listed.map((name) => `<a href="/${locale}/${name}/">${words[name]}</a>`).join(' ')}</nav>
<a href="/${locale}/search/">${words.search}</a>
<nav aria-label="${words.languages}">${switches.join(' ')}</nav></header>
${content}
<footer><p>${words.site}</p></footer>
</body>
</html>
`;
}

function factList(facts, words) {
  if (facts.length === 0) return '';
  const values = ({ term, values: found }) =>
    found.map((value) => `<dd data-pagefind-filter="${escaped(term)}">${escaped(value)}</dd>`).join('');
  return `<h2>${words.facts}</h2>
<dl>${facts.map((fact) => `<div><dt>${escaped(fact.term)}</dt>${values(fact)}</div>`).join('')}</dl>`;
}

function sessionList(sessions, words) {
  if (sessions.length === 0) return '';
  const row = ({ when, where, state }) =>
    `<li><strong>${escaped(when)}</strong> ${escaped(where)} <em>${escaped(state)}</em></li>`;
  return `<section><h2>${words.sessions}</h2><ul>${sessions.map(row).join('')}</ul></section>`;
}

/** Entries in a list: title, summary, and the first facts of a course. */
function cards(entries) {
  const facts = ({ facts: found = [] }) =>
    found.length > 0
      ? `<p class="facts">${found
          .slice(0, 4)
          .map(({ values }) => escaped(values.join(', ')))
          .join(' · ')}</p>`
      : '';
  const card = (entry) =>
    `<li><h3><a href="${entry.address}">${escaped(entry.title)}</a></h3><p>${escaped(entry.summary ?? '')}</p>${facts(entry)}</li>`;
  return `<ul class="cards">${entries.map(card).join('\n')}</ul>`;
}

function escaped(text) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
