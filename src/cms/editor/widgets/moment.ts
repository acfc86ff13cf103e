import { Component, createElement } from '../decap.ts';

interface Props {
  readonly value?: unknown;
  readonly field: { get(name: string): unknown };
  readonly forID: string;
  readonly classNameWrapper: string;
  readonly isDisabled?: boolean;
  onChange(value: string): void;
  setActiveStyle(): void;
  setInactiveStyle(): void;
}

/**
 * A day, a time or both, in the browser’s own field for it, as the wall clock shows it: what is written is what such a
 * field holds. Decap’s control reads each year again while it is typed, and so makes 1908 of 2028.
 */
class MomentControl extends Component<Props> {
  override render() {
    const { value, field, forID, classNameWrapper, isDisabled, onChange, setActiveStyle, setInactiveStyle } =
      this.props;
    const [hasDay, hasTime] = ['date_format', 'time_format'].map((format) => field.get(format) !== false);
    return createElement('input', {
      id: forID,
      className: classNameWrapper,
      type: hasDay && hasTime ? 'datetime-local' : hasDay ? 'date' : 'time',
      value: String(value ?? ''),
      disabled: isDisabled,
      onFocus: setActiveStyle,
      onBlur: setInactiveStyle,
      onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
    });
  }
}

function MomentPreview({ value }: { value?: unknown }) {
  return createElement('p', null, String(value ?? '').replace('T', ', '));
}

/** The widget of days and times. */
export const momentWidget = {
  name: 'datetime',
  controlComponent: MomentControl,
  previewComponent: MomentPreview,
};
