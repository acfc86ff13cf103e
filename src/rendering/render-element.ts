import {
  createComponent,
  render,
  renderComponent as renderOther,
  renderSlot,
  spreadAttributes,
} from 'astro/compiler-runtime';

type Rendering = Parameters<typeof renderOther>;

/** An element as a component of Astro’s own. */
type Element = ReturnType<typeof createComponent>;

const known = new Map<string, Element>();

/** Elements without an end tag: https://html.spec.whatwg.org/multipage/syntax.html#void-elements */
const isVoid = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/** Renders what stands in a template by a name with a capital letter or with a dash: a component, or an element. */
export function renderComponent(
  result: Rendering[0],
  name: string,
  component: unknown,
  props: Rendering[3],
  slots?: Rendering[4],
): ReturnType<typeof renderOther> {
  const isElement = typeof component === 'string' && !isVoid.test(component);
  return renderOther(result, name, isElement ? elementOf(component) : component, props, slots);
}

function elementOf(tag: string): Element {
  const element =
    known.get(tag) ??
    createComponent(
      (result: Rendering[0], attributes: Rendering[3], slots: NonNullable<Rendering[4]>) =>
        render`<${tag}${spreadAttributes(attributes, tag)}>${slots['default'] && renderSlot(result, slots['default'])}</${tag}>`,
    );
  known.set(tag, element);
  return element;
}
