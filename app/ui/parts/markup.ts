import { Fragment, isValidElement, type ReactElement, type ReactNode } from 'react';
import { isByReact } from './by-react.ts';

type Pen = { text: string; afterText: boolean };

/**
 * The markup of elements of HTML and signs by their usual attributes, and of components that are functions: they are called
 * in place of their caller, whose contexts are theirs too. Null as soon as anything else is met (a router's link, a provider,
 * a class). It is what `renderToString` writes, to the letter.
 */
export function markupOf(node: ReactNode): string | null {
  const pen: Pen = { text: '', afterText: false };
  return write(pen, node) ? pen.text : null;
}

/** Writes a node; false where it is for React to draw. */
function write(pen: Pen, node: ReactNode): boolean {
  if (node === null || node === undefined || typeof node === 'boolean') return true;
  if (typeof node === 'string' || typeof node === 'number') return writeText(pen, String(node));
  if (Array.isArray(node)) {
    for (const each of node as ReactNode[]) if (!write(pen, each)) return false;
    return true;
  }
  return isValidElement(node) && writeElement(pen, node as Drawable);
}

/** Two texts that follow each other stay two for the browser's React, by an empty comment between them. */
function writeText(pen: Pen, text: string): true {
  if (text === '') return true;
  pen.text += pen.afterText ? `<!-- -->${escaped(text)}` : escaped(text);
  pen.afterText = true;
  return true;
}

type Props = Readonly<Record<string, unknown>> & { readonly children?: ReactNode };
type Component = (props: Props) => ReactNode;
type Drawable = ReactElement<Props, string | Component>;

const isCallable = (type: Component): boolean =>
  !isByReact(type) && !(type.prototype as { isReactComponent?: object } | undefined)?.isReactComponent;

function writeElement(pen: Pen, { type, props }: Drawable): boolean {
  if ((type as unknown) === Fragment) return write(pen, props.children);
  if (typeof type === 'function') return isCallable(type) && write(pen, type(props));
  if (type === 'input') return writeInput(pen, props);
  if (!usual.has(type)) return false;
  pen.text += `<${type}`;
  for (const name in props) if (name !== 'children' && !writeAttribute(pen, name, props[name])) return false;
  pen.text += '>';
  pen.afterText = false;
  const { children } = props;
  if (typeof children === 'string') pen.text += escaped(children);
  else if (!write(pen, children)) return false;
  pen.text += `</${type}>`;
  pen.afterText = false;
  return true;
}

/** The value of an input stands last. */
function writeInput(pen: Pen, { value, ...props }: Props): boolean {
  pen.text += '<input';
  for (const name in props) if (!writeAttribute(pen, name, props[name])) return false;
  if (!writeAttribute(pen, 'value', value)) return false;
  pen.text += '/>';
  pen.afterText = false;
  return true;
}

function writeAttribute(pen: Pen, name: string, value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (switches.has(name)) {
    if (value) pen.text += ` ${name}=""`;
    return true;
  }
  const written = attributes.get(name) ?? (said.test(name) ? keep(name, name) : undefined);
  if (written === undefined) return false;
  if (typeof value === 'string') pen.text += written + escaped(value);
  else if (typeof value === 'number' || (typeof value === 'boolean' && said.test(name)))
    pen.text += `${written}${value}`;
  else return false;
  pen.text += '"';
  return true;
}

/** Attributes of which `false` says something. */
const said = /^(data|aria)-[a-z-]+$/;

const special = /["'&<>]/;
const entities: Readonly<Record<string, string>> = {
  ...{ '"': '&quot;', "'": '&#x27;', '&': '&amp;', '<': '&lt;', '>': '&gt;' },
};
const escaped = (text: string): string =>
  special.test(text) ? text.replace(/["'&<>]/g, (sign) => entities[sign] ?? '') : text;

const usual = new Set(
  (
    'a abbr article b button code data dd del details div dl dt em figcaption figure h2 h3 h4 i ins kbd label li nav ol p q s ' +
    'section small span strong sub summary sup table tbody td tfoot th thead time tr u ul svg g use path rect circle line'
  ).split(' '),
);

/** Attributes that are there or not. */
const switches = new Set(['hidden', 'disabled', 'open', 'required']);

const attributes = new Map<string, string>();
const keep = (name: string, written: string): string => {
  const text = ` ${written}="`;
  attributes.set(name, text);
  return text;
};
for (const name of (
  'id role title lang dir href rel target type name value form scope dateTime colSpan d x y x1 x2 y1 y2 r rx ry cx cy width ' +
  'height viewBox fill stroke opacity'
).split(' '))
  keep(name, name);
keep('className', 'class');
keep('htmlFor', 'for');
keep('tabIndex', 'tabindex');
keep('strokeWidth', 'stroke-width');
keep('strokeLinecap', 'stroke-linecap');
keep('strokeLinejoin', 'stroke-linejoin');
