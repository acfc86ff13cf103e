import { chosenBy, type Titles } from '../../titles.ts';
import { Component, createElement } from '../decap.ts';
import { pageStrings } from '../language.ts';
import { titlesOfAll } from '../titles.ts';

interface Slugs {
  toArray(): string[];
}

interface Props {
  readonly value?: string | Slugs | readonly string[];
  readonly field: { get(name: string): unknown };
  readonly forID: string;
  readonly classNameWrapper: string;
  readonly isDisabled?: boolean;
  onChange(value: string | readonly string[]): void;
  setActiveStyle(): void;
  setInactiveStyle(): void;
}

function slugsOf(value: Props['value']): string[] {
  if (!value) return [];
  if (typeof value === 'string') return [value];
  return [...('toArray' in value ? value.toArray() : value)];
}

/** Names entries: titles are offered while one types, and no entry is loaded for it. */
class EntryControl extends Component<Props, { typed: string; titles: Titles }> {
  override state = { typed: '', titles: {} as Titles };

  override componentDidMount(): void {
    const collection = String(this.props.field.get('collection'));
    void titlesOfAll().then((all) => this.setState({ titles: all[collection] ?? {} }));
  }

  change(slugs: readonly string[]): void {
    const isList = this.props.field.get('multiple') === true;
    this.props.onChange(isList ? slugs : (slugs[0] ?? ''));
  }

  /** Types on, or chooses: `isWhole` says that the words are all that will come. */
  choose(typed: string, isWhole: boolean): void {
    const slug = chosenBy(this.state.titles, typed, isWhole);
    this.setState({ typed: slug ? '' : typed });
    if (!slug) return;
    const others = slugsOf(this.props.value).filter((other) => other !== slug);
    this.change(this.props.field.get('multiple') === true ? [...others, slug] : [slug]);
  }

  /** Decap calls it without the control. */
  readonly isValid = () =>
    this.state.typed.trim() === '' || {
      error: { type: 'CUSTOM', message: pageStrings().t('cms.entry.unknown') },
    };

  chosen(slug: string, index: number, slugs: readonly string[]) {
    const title = this.state.titles[slug] ?? slug;
    const button = (label: string, sign: string, onClick: () => void) =>
      createElement(
        'button',
        { type: 'button', 'aria-label': label, title: label, disabled: this.props.isDisabled, onClick },
        sign,
      );
    const without = slugs.filter((other) => other !== slug);
    return createElement(
      'li',
      { key: slug },
      createElement('span', null, title),
      index > 0 &&
        button(pageStrings().t('cms.entry.up', { title }), '↑', () =>
          this.change(without.toSpliced(index - 1, 0, slug)),
        ),
      button(pageStrings().t('cms.entry.remove', { title }), '×', () => this.change(without)),
    );
  }

  override render() {
    const { forID, classNameWrapper, isDisabled, setActiveStyle, setInactiveStyle } = this.props;
    const slugs = slugsOf(this.props.value);
    const list = `${forID}-titles`;
    return createElement(
      'div',
      { className: `${classNameWrapper} entry-field` },
      slugs.length > 0 &&
        createElement('ol', null, ...slugs.map((slug, index) => this.chosen(slug, index, slugs))),
      createElement('input', {
        id: forID,
        list,
        value: this.state.typed,
        disabled: isDisabled,
        placeholder: pageStrings().t('cms.entry.choose'),
        autoComplete: 'off',
        onFocus: setActiveStyle,
        onBlur: () => {
          this.choose(this.state.typed, true);
          setInactiveStyle();
        },
        onKeyDown: (event: { key: string; preventDefault(): void }) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          this.choose(this.state.typed, true);
        },
        onChange: ({ target, nativeEvent }: TypedEvent) => this.choose(target.value, isFromList(nativeEvent)),
      }),
      createElement(
        'datalist',
        { id: list },
        ...Object.entries(this.state.titles)
          .filter(([slug]) => !slugs.includes(slug))
          .map(([slug, title]) => createElement('option', { key: slug, value: title })),
      ),
    );
  }
}

interface TypedEvent {
  readonly target: { readonly value: string };
  readonly nativeEvent: { readonly inputType?: string };
}

/** A title taken from the list comes at once; browsers say so, or say nothing of how it came. */
function isFromList({ inputType }: TypedEvent['nativeEvent']): boolean {
  return inputType === undefined || inputType === 'insertReplacementText';
}

/** The widget of references. */
export const entryWidget = { name: 'entry', controlComponent: EntryControl };
