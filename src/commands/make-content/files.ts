/** A file of fields alone: each value as JSON, which is YAML too. Absent values are left out. */
export function yamlFile(fields: Readonly<Record<string, unknown>>): string {
  const lines = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [linesOf(name, value)],
  );
  return `${lines.join('\n')}\n`;
}

/** A file of fields and a body. */
export function mdxFile(fields: Readonly<Record<string, unknown>>, body: string): string {
  return `---\n${yamlFile(fields)}---\n\n${body}\n`;
}

function linesOf(name: string, value: unknown): string {
  if (!Array.isArray(value)) return `${name}: ${JSON.stringify(value)}`;
  return [`${name}:`, ...value.map((item) => `  - ${JSON.stringify(item)}`)].join('\n');
}
