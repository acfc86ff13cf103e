/** The heads of the table’s columns: the title, the facts of a course in the order of its card, the next session. */
export interface TableWords {
  readonly heads: readonly string[];
  /** What a card writes before the day of the next session. */
  readonly beforeDay: string;
}

/** The rows of a list of results as a compact table; what is no course says so beside its title. */
export function tableOf(rows: readonly Element[], { heads, beforeDay }: TableWords): HTMLTableElement {
  const table = document.createElement('table');
  const head = table.createTHead().insertRow();
  for (const text of heads) {
    head.append(Object.assign(document.createElement('th'), { scope: 'col', textContent: text }));
  }
  const body = table.createTBody();
  for (const row of rows) body.append(lineOf(row, heads.length, beforeDay));
  return table;
}

function lineOf(row: Element, columns: number, beforeDay: string): HTMLTableRowElement {
  const line = document.createElement('tr');
  const title = document.createElement('th');
  title.scope = 'row';
  const link = row.querySelector('h3 a');
  if (link) title.append(link.cloneNode(true));
  const type = row.querySelector('[data-part=type]')?.textContent;
  if (type) title.append(' ', Object.assign(document.createElement('small'), { textContent: type }));
  const facts = [...row.querySelectorAll('dd')].map((fact) => fact.textContent?.trim() ?? '');
  const day = row.querySelector('.next')?.textContent?.replace(beforeDay, '').trim() ?? '';
  const cells = Array.from({ length: columns - 2 }, (_, place) => facts[place] ?? '');
  line.append(title);
  for (const text of [...cells, day]) line.insertCell().textContent = text || '–';
  return line;
}
