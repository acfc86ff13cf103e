/** An element of an XML document, its text with entities read. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlElement[];
  text: string;
}

const part = /<\?[^?]*\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y;

/** The root element. Throws where `xml` is not well-formed; knows what our exports use of XML, and no more. */
export function readXml(xml: string): XmlElement {
  const open: XmlElement[] = [{ name: '', attributes: {}, children: [], text: '' }];
  part.lastIndex = 0;
  while (part.lastIndex < xml.length) {
    const at = part.lastIndex;
    const found = part.exec(xml);
    if (!found) throw new Error(`Not well-formed at ${at}: ${xml.slice(at, at + 60)}`);
    const [, closes, name, attributes = '', closesItself, text] = found;
    const parent = open.at(-1) as XmlElement;
    if (text !== undefined) parent.text += unescaped(text);
    else if (closes) {
      if (parent.name !== name) throw new Error(`</${name}> ends <${parent.name}>`);
      open.pop();
    } else if (name) {
      const element = { name, attributes: attributesIn(attributes), children: [], text: '' };
      parent.children.push(element);
      if (!closesItself) open.push(element);
    }
  }
  const [document, ...unclosed] = open as [XmlElement, ...XmlElement[]];
  if (unclosed.length > 0) throw new Error(`<${unclosed.at(-1)?.name}> does not end`);
  const [root, ...more] = document.children;
  if (!root || more.length > 0) throw new Error('A document has one root.');
  return root;
}

function attributesIn(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, unescaped(value)]),
  );
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(\w*;?)/g, (whole, name: string) => {
    const character = entities[name.replace(';', '')];
    if (!name.endsWith(';') || !character) throw new Error(`“${whole}” is no entity`);
    return character;
  });
}
