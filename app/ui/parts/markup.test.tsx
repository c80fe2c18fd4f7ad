import fc from 'fast-check';
import { createContext, createElement, type ReactNode, useContext, useId } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { byReact } from './by-react.ts';
import { drawn } from './drawn.ts';
import { markupOf } from './markup.ts';

const text = fc.oneof(fc.string(), fc.constantFrom('', '<b>', `"&'`, '\n信桥', '0'));
const scalar = fc.oneof(text, fc.integer(), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null));
const attributes = fc.record(
  {
    className: text,
    title: text,
    'data-label': scalar,
    'aria-hidden': fc.boolean(),
    hidden: fc.boolean(),
    dateTime: text,
    tabIndex: fc.integer(),
    strokeWidth: fc.integer(),
    href: fc.constantFrom('/bank', '/bank?a=1&b=2'),
    value: text,
  },
  { requiredKeys: [] },
);
const Paragraph = ({ children }: { children?: ReactNode }) => <p className="measure">{children}</p>;

const { node } = fc.letrec<{ node: ReactNode }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('node'), { maxLength: 4 }).map((children) => createElement(Paragraph, null, ...children)),
    fc.array(tie('node'), { maxLength: 4 }).map((children) => <>{children.map(keyed)}</>),
    fc
      .tuple(
        fc.constantFrom('span', 'div', 'td', 'svg', 'time', 'a'),
        attributes,
        fc.array(tie('node'), { maxLength: 4 }),
      )
      .map(([tag, props, children]) => createElement(tag, props, ...children)),
    fc
      .tuple(attributes, fc.boolean())
      .map(([props, on]) => <input {...props} type="checkbox" disabled={on} />),
  ),
}));
const keyed = (child: ReactNode, key: number) => createElement('i', { key }, child);

test('it writes what React writes, to the letter', () => {
  fc.assert(
    fc.property(node, (tree) => {
      expect(markupOf(tree)).toBe(renderToString(tree));
    }),
    { numRuns: 2_000 },
  );
});

test('the words of an element are never markup', () => {
  expect(markupOf(<td title={'"><script>'}>{'<script>'}</td>)).toBe(
    '<td title="&quot;&gt;&lt;script&gt;">&lt;script&gt;</td>',
  );
});

const Place = createContext('nowhere');
const Where = () => <b>{useContext(Place)}</b>;
const List = () => <ul {...drawn([<li key="a">{'a & b'}</li>, <Where key="where" />])} />;

test('components see what is around the element that they are drawn in', () => {
  const page = (
    <Place.Provider value="here">
      <List />
    </Place.Provider>
  );
  expect(renderToString(page)).toBe('<ul><li>a &amp; b</li><b>here</b></ul>');
});

const Named = byReact(() => <p id={useId()}>{1}</p>);

test('what is not plain is left to React', () => {
  const left: ReactNode[] = [
    createElement('p', { key: 'style', style: { color: 'red' } }),
    <Place.Provider key="provider" value="there" />,
    <select key="select" />,
    <Named key="named" />,
    <p key="markup" dangerouslySetInnerHTML={{ __html: '<b>' }} />,
  ];
  for (const each of left) {
    expect(markupOf(<div>{each}</div>)).toBeNull();
    expect(drawn(each)).toEqual({ children: each });
  }
});
