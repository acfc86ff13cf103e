/** A text of a page as a screen reader meets it: what stands between two blocks, or an attribute that is read out. */
export interface SpokenText {
  /** The language it will be spoken in. */
  readonly language: string;
  readonly text: string;
}

/** Elements that do not end a sentence. */
const inline = new Set(
  'a abbr b bdi bdo cite em i label mark q s small span strong sub sup time u wbr'.split(' '),
);
const empty = new Set(
  'area base br col embed hr img input link meta param source track wbr progress'.split(' '),
);
/** What is inside these is no language of people. */
const silent = new Set(['script', 'style', 'code', 'kbd', 'pre']);
const spoken = ['alt', 'aria-label', 'title', 'placeholder', 'label'];
const token =
  /<!--[\s\S]*?-->|<!\w+[^>]*>|<(\/?)([a-zA-Z][\w-]*)((?:\s+[^\s=>"/]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/g;

/** The texts of a page in its order, each with the language it is marked with. */
export function spokenTextsOf(html: string): SpokenText[] {
  const found: SpokenText[] = [];
  const open: { name: string; language: string }[] = [];
  let sentence = { language: '', text: '' };
  const end = () => {
    if (/\p{L}/u.test(sentence.text)) found.push({ ...sentence, text: readable(sentence.text) });
    sentence = { language: '', text: '' };
  };
  const without = html.replace(/(<(script|style)\b[^>]*>)[\s\S]*?(<\/\2>)/g, '$1$3');
  for (const [, closing, tag = '', written = '', , text] of without.matchAll(token)) {
    const name = tag.toLowerCase();
    const around = open.at(-1)?.language ?? '';
    if (text !== undefined) {
      if (open.some((each) => silent.has(each.name))) continue;
      if (sentence.language !== around && text.trim()) end();
      sentence = { language: text.trim() ? around : sentence.language, text: sentence.text + text };
    } else if (name && closing) {
      if (!inline.has(name)) end();
      const at = open.findLastIndex((each) => each.name === name);
      if (at >= 0) open.length = at;
    } else if (name) {
      if (!inline.has(name)) end();
      const attributes = attributesIn(written);
      const language = attributes['lang'] ?? around;
      found.push(...attributeTexts(name, attributes).map((each) => ({ language, text: readable(each) })));
      if (!empty.has(name)) open.push({ name, language });
    }
  }
  end();
  return found;
}

function attributeTexts(name: string, attributes: Readonly<Record<string, string>>): string[] {
  const words = attributes['data-words'] ? Object.values(JSON.parse(attributes['data-words']) as object) : [];
  const description =
    name === 'meta' && attributes['name'] === 'description' ? [attributes['content'] ?? ''] : [];
  return [...spoken.flatMap((key) => attributes[key] ?? []), ...description, ...words].filter(
    (text): text is string => typeof text === 'string' && text !== '',
  );
}

function attributesIn(written: string): Record<string, string> {
  return Object.fromEntries(
    [...written.matchAll(/([^\s=>"/]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
      name,
      withoutEntities(value),
    ]),
  );
}

function readable(text: string): string {
  return withoutEntities(text).replace(/\s+/g, ' ').trim();
}

function withoutEntities(text: string): string {
  return text
    .replace(/&(?:lt|gt|nbsp);/g, ' ')
    .replace(/&quot;|&#34;/g, '"')
    .replace(/&#39;/g, '’')
    .replace(/&amp;|&#38;/g, '&');
}
