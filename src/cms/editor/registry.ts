import type { CmsWidgetParam } from 'decap-cms-core';
import type { EditorConfig } from '../config.ts';
import type { EditorField } from '../fields.ts';
import * as decap from './decap.ts';

/** A block with a form of its own, in a body. */
interface BodyBlock<Values> {
  readonly id: string;
  readonly label: string;
  readonly pattern: RegExp;
  readonly fields: readonly EditorField[];
  readonly type?: 'inline';
  readonly collapsed: boolean;
  readonly fromBlock: (match: RegExpMatchArray) => Values;
  readonly toBlock: (values: Values) => string;
  readonly toPreview: (values: Values) => string | object;
  /** Of a block in a sentence: its first values, or null where it shall not be inserted. */
  readonly onInsert?: (at: { readonly selectedText: string }) => Promise<Values | null>;
  /** Its values once it was pressed; null where they stay. */
  readonly onEdit?: (block: { readonly data: Values }) => Promise<Values | null>;
}

type Control<Props> = new (props: Props) => decap.Component<Props>;

/**
 * What we hand to Decap otherwise than its types say, as its code takes it: fields with widgets of our own, blocks that begin
 * open or stand in a sentence, controls as components rather than their properties, and a listener whose entry has a form.
 */
interface Registry {
  init(options: { readonly config: EditorConfig }): void;
  registerEditorComponent<Values>(block: BodyBlock<Values>): void;
  registerWidget<Props>(widget: {
    readonly name: string;
    readonly controlComponent: Control<Props>;
    readonly previewComponent?: (props: Props) => object;
  }): void;
  registerWidget(widget: CmsWidgetParam): void;
  registerEventListener<Entry>(listener: {
    readonly name: 'preSave';
    readonly handler: (event: { readonly entry: Entry }) => void;
  }): void;
  registerPreviewTemplate<Props>(collection: string, preview: (props: Props) => object): void;
}

/** Decap’s registry. The one place where its types give way to ours. */
export const CMS = decap.CMS as unknown as Omit<typeof decap.CMS, keyof Registry> & Registry;
