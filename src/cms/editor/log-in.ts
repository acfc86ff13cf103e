import { Component, createElement } from './decap.ts';
import { pageStrings } from './language.ts';
import { nameForm } from './name-form.ts';

interface Props {
  readonly error?: string | undefined;
  onLogin(credentials: object): void;
}

/** The page before the editor: there is no password on one’s own machine, but each change has its author. */
export class LogInPage extends Component<Props> {
  readonly place = { current: null as HTMLElement | null };

  override componentDidMount(): void {
    this.place.current?.append(nameForm(pageStrings(), (person) => this.props.onLogin(person)));
  }

  override render() {
    const { error } = this.props;
    return createElement(
      'main',
      { className: 'log-in' },
      createElement('div', { ref: this.place }),
      error && createElement('p', { role: 'alert' }, error),
    );
  }
}
