import { posix } from 'node:path';
import ts from 'typescript';

export interface Import {
  /** The file that imports, from the root of the project. */
  readonly from: string;
  /** The imported file, from the root of the project; a package by its name. */
  readonly to: string;
  /** True where only types are imported: nothing of it runs. */
  readonly isType: boolean;
}

/** What a .ts, .mjs or .astro file imports or exports again, dynamic imports with a fixed name among them. */
export function importsOf(file: string, text: string): Import[] {
  return partsOf(file, text).flatMap((part) => {
    const found: Import[] = [];
    const add = (name: ts.Node | undefined, isType: boolean): void => {
      if (name && ts.isStringLiteralLike(name))
        found.push({ from: file, to: targetOf(file, name.text), isType });
    };
    const visit = (node: ts.Node): void => {
      if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, isTypeOnly(node.importClause));
      else if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
      else if (ts.isImportTypeNode(node))
        add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, true);
      else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
        add(node.arguments[0], false);
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, part, ts.ScriptTarget.Latest));
    return found;
  });
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const names = clause.namedBindings;
  return (
    !clause.name && !!names && ts.isNamedImports(names) && names.elements.every((name) => name.isTypeOnly)
  );
}

/** The code in an Astro file lies between its fences and in its scripts. */
function partsOf(file: string, text: string): string[] {
  if (!file.endsWith('.astro')) return [text];
  const [frontmatter = '', markup = text] = (/^\s*---\n([\s\S]*?)\n---([\s\S]*)$/.exec(text) ?? []).slice(1);
  return [
    frontmatter,
    ...Array.from(markup.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g), ([, code = '']) => code),
  ];
}

function targetOf(file: string, name: string): string {
  return name.startsWith('.') ? posix.join(posix.dirname(file), name) : name;
}
