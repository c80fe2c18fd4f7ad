/** One element as it stands in a piece of XML: its attributes as written and what it encloses. */
export type Element = { readonly attributes: string; readonly body: string };

/** Thrown where an element is opened and never closed. */
export class UnclosedElement extends Error {}

/**
 * The elements of one name, one after the other, in one pass over the text however it is written. Elements of the same
 * name within each other do not occur in what this is for (rows, cells and values of a sheet).
 */
export function* elements(xml: string, name: string): Generator<Element> {
  const opening = `<${name}`;
  const closing = `</${name}>`;
  for (let at = xml.indexOf(opening); at >= 0; at = xml.indexOf(opening, at)) {
    const from = at + opening.length;
    at = from;
    if (!/[\s/>]/.test(xml[from] ?? '')) continue;
    const end = xml.indexOf('>', from);
    if (end < 0) throw new UnclosedElement(name);
    const attributes = xml.slice(from, end);
    at = end + 1;
    if (attributes.endsWith('/')) {
      yield { attributes: attributes.slice(0, -1), body: '' };
      continue;
    }
    const close = xml.indexOf(closing, at);
    if (close < 0) throw new UnclosedElement(name);
    yield { attributes, body: xml.slice(at, close) };
    at = close + closing.length;
  }
}

/** The text without the elements of one name. */
export function without(xml: string, name: string): string {
  if (!xml.includes(`<${name}`)) return xml;
  const kept: string[] = [];
  const closing = `</${name}>`;
  let from = 0;
  for (let at = xml.indexOf(`<${name}`); at >= 0; at = xml.indexOf(`<${name}`, from)) {
    kept.push(xml.slice(from, at));
    const close = xml.indexOf(closing, at);
    if (close < 0) return kept.join('');
    from = close + closing.length;
  }
  return kept.join('') + xml.slice(from);
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** A text with the five entities of XML and the numbered ones resolved; any other stays as it is written. */
export const unescaped = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(#x?[0-9a-f]{1,8}|\w{1,8});/gi, (whole, name: string) => {
        if (!name.startsWith('#')) return entities[name] ?? whole;
        const hex = name[1] === 'x' || name[1] === 'X';
        const code = hex ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
        return Number.isInteger(code) && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
      })
    : text;

/** Whether XML defines a document type: that is where entities, also ones from elsewhere, are declared. */
export const hasDoctype = (xml: string): boolean => /<!(?:DOCTYPE|ENTITY)/i.test(xml);
