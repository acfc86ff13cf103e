import { Component, createElement } from '../decap.ts';

interface ListOfLines {
  toArray(): unknown[];
}

interface Props {
  readonly value?: ListOfLines | readonly unknown[];
  readonly forID: string;
  readonly classNameWrapper: string;
  readonly isDisabled?: boolean;
  onChange(value: readonly string[]): void;
  setActiveStyle(): void;
  setInactiveStyle(): void;
}

/** The lines of what was typed or pasted: without bullets, blank ends and blank lines. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[•·▪–-]\s+|\*\s+)?/, '').trim())
    .filter((line) => line !== '');
}

/** Decap gives a list as it keeps it, our own changes as an array. */
function textOf(value: Props['value']): string {
  if (!value) return '';
  return [...('toArray' in value ? value.toArray() : value)].map(String).join('\n');
}

/** A list of lines, written as people write one: a line each. What is typed stays as it is until the field is left. */
class LinesControl extends Component<Props, { text: string }> {
  override state = { text: textOf(this.props.value) };

  override componentDidUpdate({ value: former }: Props): void {
    const { value } = this.props;
    if (value === former) return;
    const text = textOf(value);
    // The value changed elsewhere: taken over from another language, or read again.
    if (text !== linesOf(this.state.text).join('\n')) this.setState({ text });
  }

  override render() {
    const { forID, classNameWrapper, isDisabled, onChange, setActiveStyle, setInactiveStyle } = this.props;
    return createElement('textarea', {
      id: forID,
      className: classNameWrapper,
      disabled: isDisabled,
      rows: Math.max(3, this.state.text.split('\n').length + 1),
      value: this.state.text,
      onFocus: setActiveStyle,
      onBlur: () => {
        this.setState(({ text }) => ({ text: linesOf(text).join('\n') }));
        setInactiveStyle();
      },
      onChange: (event: { target: { value: string } }) => {
        this.setState({ text: event.target.value });
        onChange(linesOf(event.target.value));
      },
    });
  }
}

function LinesPreview({ value }: { value?: Props['value'] }) {
  const lines = textOf(value).split('\n').filter(Boolean);
  return createElement('ul', null, ...lines.map((line) => createElement('li', null, line)));
}

/** The widget of lists of lines. */
export const linesWidget = { name: 'lines', controlComponent: LinesControl, previewComponent: LinesPreview };
