import type { Plugin } from 'vite';

/** Where Decap leaves no other way: in one of its files, one text for another. */
interface Patch {
  readonly file: RegExp;
  readonly from: string;
  readonly to: string;
}

const patches: readonly Patch[] = [
  // Slugs of the content are of letters, digits and single hyphens; Decap keeps `_`, `.` and `~`, as names of uploads need.
  {
    file: /decap-cms-core\/dist\/esm\/lib\/formatters\.js$/,
    from: "if (!collection.has('path')) {\n    return slug;",
    to: "if (!collection.has('path')) {\n    return slug.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');",
  },
  // The one label of Decap that cannot be translated: this word is the same in our languages.
  {
    file: /decap-cms-widget-markdown\/dist\/esm\/MarkdownControl\/VisualEditor\.js$/,
    from: "label: 'Code Block'",
    to: "label: 'Code'",
  },
  // An entry that lacks a language could not be saved, without a word (decap-cms#4480).
  {
    file: /decap-cms-core\/dist\/esm\/lib\/i18n\.js$/,
    from: 'entry = entry.setIn(dataPath, serializeValues(entry.getIn(dataPath)));',
    to: 'if (entry.getIn(dataPath)) entry = entry.setIn(dataPath, serializeValues(entry.getIn(dataPath)));',
  },
  // A field with a pattern inside a block has nobody to tell what it found: the block is checked before it is saved.
  {
    file: /decap-cms-core\/dist\/esm\/components\/Editor\/EditorControlPane\/Widget\.js$/,
    from: 'this.props.onValidate(errors)',
    to: 'this.props.onValidate?.(errors)',
  },
  // What is refused in the media library is said in the editor’s language, without English before it.
  {
    file: /decap-cms-core\/dist\/esm\/actions\/mediaLibrary\.js$/,
    from: 'message: `Failed to persist media: $',
    to: 'message: `$',
  },
  // Of two pictures with one name the second took the place of the first, which both then showed.
  {
    file: /decap-cms-core\/dist\/esm\/actions\/mediaLibrary\.js$/,
    from: "import { basename, getBlobSHA } from 'decap-cms-lib-util';",
    to: "import { freeName } from '/src/cms/free-name.ts';\nimport { basename, getBlobSHA } from 'decap-cms-lib-util';",
  },
  {
    file: /decap-cms-core\/dist\/esm\/actions\/mediaLibrary\.js$/,
    from: 'sanitizeSlug(file.name.toLowerCase(), state.config.slug);',
    to: 'freeName(sanitizeSlug(file.name.toLowerCase(), state.config.slug), files);',
  },
  // One picture under two names counted as one, and was not uploaded under the first.
  {
    file: /decap-cms-core\/dist\/esm\/actions\/mediaLibrary\.js$/,
    from: '  const mediaFile = {\n    id,',
    to: "  const mediaFile = {\n    id: id + '-' + basename(assetProxy.path),",
  },
  // Who may not write went on reading “Logging in…”, on a button that could no longer be pressed.
  {
    file: /decap-cms-core\/dist\/esm\/reducers\/auth\.js$/,
    from: 'state.error = action.payload && action.payload.toString();',
    to: 'state.error = action.payload && action.payload.toString(); state.isFetching = false;',
  },
  // After the log-in on a git host the page forgot, at each reload, which entry its address names.
  {
    file: /decap-cms-lib-auth\/dist\/esm\/pkce-oauth\.js$/,
    from: "window.history.replaceState(null, '', document.location.pathname);",
    to: "window.history.replaceState(null, '', document.location.pathname + document.location.hash);",
  },
  // Pictures that are not published yet are in the draft, and not at their address on the site.
  {
    file: /decap-cms-core\/dist\/esm\/reducers\/entries\.js$/,
    from: 'if (isAbsolutePath(mediaPath)) {\n    return mediaPath;\n  }\n  const mediaFolder',
    to: "if (mediaPath.startsWith('/media/')) return 'public' + mediaPath;\n  if (isAbsolutePath(mediaPath)) {\n    return mediaPath;\n  }\n  const mediaFolder",
  },
  // Every draft stood in every list, whatever it was filtered by. One of a published entry is that entry’s business, one of a
  // new entry is judged as entries are.
  {
    file: /decap-cms-core\/dist\/esm\/components\/Collection\/Entries\/EntriesCollection\.js$/,
    from: "if (entry.get('collection') === collectionName) {",
    to: `
      const isListed = state.entries.getIn(['pages', collectionName, 'ids'])?.includes(entry.get('slug'));
      const isWanted = ({ active, field, pattern }) =>
        !active ||
        field === '_draft' ||
        new RegExp(String(pattern)).test(String(entry.getIn(['data', ...field.split('.')])));
      const filters = state.entries.getIn(['filter', collectionName])?.toList().toJS() ?? [];
      if (entry.get('collection') === collectionName && !isListed && filters.every(isWanted)) {`,
  },
  // Lists stood in the order of codes and of bytes: É after Z, “advanced” before “beginner”.
  {
    file: /decap-cms-core\/dist\/esm\/reducers\/entries\.js$/,
    from: "import orderBy from 'lodash/orderBy';",
    to: "import { inOrder } from '/src/cms/list-order.ts';",
  },
  {
    file: /decap-cms-core\/dist\/esm\/reducers\/entries\.js$/,
    from: 'orderBy(entries.toJS(), keys, orders)',
    to: "inOrder(entries.toJS(), keys, orders, collection.get('fields').toJS(), document.documentElement.lang)",
  },
  // Groups stood in no order, those without an entry too, under the values that files hold.
  {
    file: /decap-cms-core\/dist\/esm\/components\/Collection\/Entries\/EntriesCollection\.js$/,
    from: "import Entries from './Entries';",
    to: "import { asListed } from '/src/cms/list-order.ts';\nimport Entries from './Entries';",
  },
  {
    file: /decap-cms-core\/dist\/esm\/components\/Collection\/Entries\/EntriesCollection\.js$/,
    from: 'return groups.map(',
    to: 'return asListed(groups, entries).map(',
  },
  {
    file: /decap-cms-core\/dist\/esm\/components\/Collection\/Entries\/EntriesCollection\.js$/,
    from: 'if (value === undefined) {',
    to: `
      if (value !== undefined) return label + ' › ' + t('collection.groups.headings.' + group.field + '.' + value, { _: value });
      if (value === undefined) {`,
  },
  {
    file: /decap-cms-core\/dist\/esm\/reducers\/entries\.js$/,
    from: '...groups[id],\n',
    to: "...groups[id], field: collectionName + '.' + selectedGroup.get('field'),\n",
  },
  // Around each field stood the name of its widget: “Field: object”.
  {
    file: /decap-cms-core\/dist\/esm\/components\/Editor\/EditorControlPane\/EditorControl\.js$/,
    from: '"aria-label": t(\'editor.editorControl.field.widgetLabel\', {\n          widgetLabel: widgetName\n        }),',
    to: "role: 'group',\n        \"aria-label\": field.get('label', fieldName),",
  },
  // Nouns lost their capitals, in German and Luxembourgish too.
  {
    file: /decap-cms-widget-list\/dist\/esm\/ListControl\.js$/,
    from: 'items.size === 1 ? labelSingular.toLowerCase() : label.toLowerCase();',
    to: `items.size === 1
      ? labelSingular
      : ['de', 'lb'].includes(document.documentElement.lang) ? label : label.charAt(0).toLowerCase() + label.slice(1);`,
  },
  {
    file: /decap-cms-widget-list\/dist\/esm\/ListControl\.js$/,
    from: 'label: labelSingular.toLowerCase(),',
    to: 'label: labelSingular,',
  },
  // The second of two languages side by side changes without anybody who asked to hear it.
  {
    file: /decap-cms-core\/dist\/esm\/components\/Editor\/EditorControlPane\/EditorControlPane\.js$/,
    from: 'this.props.onLocaleChange(',
    to: 'this.props.onLocaleChange?.(',
  },
  // A paragraph that begins with “25. Mai” is no list: without a backslash it would be one when it is read again.
  {
    file: /decap-cms-widget-markdown\/dist\/esm\/serializers\/remarkEscapeMarkdownEntities\.js$/,
    from: 'function transform(node, index) {',
    to: String.raw`
      const begins = (siblings, index) => index === 0 || siblings?.[index - 1]?.type === 'break';
      const withoutLists = (value, isBegin) => {
        const lines = value.replace(/\n(\d+)(?=[.)]\s)/g, '\n$1\\');
        return isBegin ? lines.replace(/^(\d+)(?=[.)](?:\s|$))/, '$1\\') : lines;
      };
      function transform(node, index) {
        const siblings = arguments[2];`,
  },
  {
    file: /decap-cms-widget-markdown\/dist\/esm\/serializers\/remarkEscapeMarkdownEntities\.js$/,
    from: 'index === 0 ? escapeAllChars(node.value) : escapeCommonChars(node.value);',
    to: 'withoutLists(index === 0 ? escapeAllChars(node.value) : escapeCommonChars(node.value), begins(siblings, index));',
  },
];

/** The plugins that make the changes. A build fails, and says where, when Decap’s text is another one. */
export function decapPatches(): Plugin[] {
  return patches.map(patched);
}

function patched({ file, from, to }: Patch): Plugin {
  return {
    name: 'patched',
    transform(code, id) {
      if (!file.test(id)) return undefined;
      if (!code.includes(from)) throw new Error(`Decap has changed: “${from}” is no longer in ${id}.`);
      return code.replace(from, to);
    },
  };
}
