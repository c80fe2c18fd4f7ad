/** A tiny reading of PMML scorecards for tests: elements, predicates with three values of truth, first attribute that holds. */
type Element = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
};
export type PmmlInput = Readonly<Record<string, number | string | null>>;

export function pmmlScorer(xml: string): (input: PmmlInput) => number {
  const card = find(parse(xml), 'Scorecard');
  const characteristics = find(card, 'Characteristics').children;
  return (input) =>
    characteristics.reduce((total, characteristic) => {
      const held = characteristic.children.filter(
        ({ children }) => truth(children[0] as Element, input) === true,
      );
      if (held.length !== 1)
        throw new Error(`${characteristic.attributes.name}: ${held.length} attributes hold`);
      return total + Number(held[0]?.attributes.partialScore);
    }, Number(card.attributes.initialScore));
}

type Value = number | string | boolean | null;

/** Every output of a scorecard whose outputs are computed from the sum of points, in their order. */
export function pmmlOutputs(xml: string): (input: PmmlInput) => Readonly<Record<string, Value>> {
  const score = pmmlScorer(xml);
  const outputs = find(parse(xml), 'Output').children;
  return (input) => {
    const known: Record<string, Value> = {};
    for (const { attributes, children } of outputs) {
      const isSum = attributes.feature === 'predictedValue';
      known[attributes.name ?? ''] = isSum
        ? score(input)
        : valueIn(children[0] as Element, { ...input, ...known });
    }
    return known;
  };
}

/** An expression; whatever is missing makes a function of it missing, unless the function asks for that. */
function valueIn({ name, attributes, children, text }: Element, known: Record<string, Value>): Value {
  if (name === 'Constant') return attributes.dataType === 'double' ? Number(text) : text;
  if (name === 'FieldRef') return known[attributes.field ?? ''] ?? null;
  const of = attributes.function ?? '';
  const part = (k: number) => (children[k] ? valueIn(children[k], known) : null);
  if (of === 'isMissing') return part(0) === null;
  if (of === 'if') {
    const test = part(0);
    return test === null ? null : part(test ? 1 : 2);
  }
  const parts = children.map((_, k) => part(k));
  if (parts.includes(null)) return null;
  const [a, b] = parts as [number, number];
  const functions: Record<string, () => Value> = {
    sum: () => (parts as number[]).reduce((x, y) => x + y, 0),
    '+': () => a + b,
    '*': () => a * b,
    '/': () => a / b,
    floor: () => Math.floor(a),
    greaterOrEqual: () => a >= b,
    lessOrEqual: () => a <= b,
    equal: () => a === b,
    and: () => parts.every(Boolean),
  };
  const apply = functions[of];
  if (!apply) throw new Error(`function ${of}`);
  return apply();
}

function truth({ name, attributes, children }: Element, input: PmmlInput): boolean | null {
  if (name === 'CompoundPredicate') {
    const parts = children.map((child) => truth(child, input));
    const decisive = attributes.booleanOperator === 'or';
    if (parts.includes(decisive)) return decisive;
    return parts.includes(null) ? null : !decisive;
  }
  const value = input[attributes.field ?? ''] ?? null;
  if (attributes.operator === 'isMissing') return value === null;
  if (attributes.operator === 'isNotMissing') return value !== null;
  if (value === null) return null;
  if (name === 'SimpleSetPredicate') {
    const levels = [...(children[0]?.text ?? '').matchAll(/"((?:[^"\\]|\\")*)"/g)].map(([, level = '']) =>
      level.replaceAll('\\"', '"'),
    );
    return levels.includes(String(value)) === (attributes.booleanOperator === 'isIn');
  }
  const limit = Number(attributes.value);
  const compare: Record<string, boolean> = {
    equal: value === limit,
    notEqual: value !== limit,
    lessThan: Number(value) < limit,
    greaterOrEqual: Number(value) >= limit,
  };
  const answer = compare[attributes.operator ?? ''];
  if (answer === undefined) throw new Error(`operator ${attributes.operator}`);
  return answer;
}

function parse(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  for (const [, close, name = '', inside = '', empty, text = ''] of xml.matchAll(
    /<(\/)?([\w:]+)((?:\s+[\w:]+="[^"]*")*)\s*(\/)?>|([^<]+)/g,
  )) {
    const top = open.at(-1) as Element;
    if (!name) top.text += plain(text);
    else if (close) open.pop();
    else {
      const attributes = Object.fromEntries(
        [...inside.matchAll(/([\w:]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, plain(value)]),
      );
      const element: Element = { name, attributes, children: [], text: '' };
      top.children.push(element);
      if (!empty) open.push(element);
    }
  }
  if (open.length !== 1) throw new Error('elements do not close');
  return root;
}

const plain = (text: string): string =>
  text.replace(/&#(\d+);|&quot;/g, (_, code?: string) => (code ? String.fromCharCode(Number(code)) : '"'));

function find(element: Element, name: string): Element {
  for (const child of element.children) {
    if (child.name === name) return child;
    const deeper = child.children.length > 0 ? tryFind(child, name) : null;
    if (deeper) return deeper;
  }
  throw new Error(`no ${name}`);
}

function tryFind(element: Element, name: string): Element | null {
  try {
    return find(element, name);
  } catch {
    return null;
  }
}
