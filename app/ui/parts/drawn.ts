import type { ReactNode } from 'react';
import { markupOf } from './markup.ts';

const isServer = typeof document === 'undefined';

/**
 * The children of an element, on the server as the text that React would draw of them, in a fraction of its time: what a
 * page has hundreds of (rows of a table, places of a menu) goes through here. Browsers get the same elements and take the
 * text over as they take over what React drew. What `markupOf` does not know is left to React; browsers are not sent it.
 *
 *     <tbody {...drawn(rows.map(rowOf))} />
 */
export function drawn(children: ReactNode): Children {
  const html = isServer ? markupOf(children) : null;
  return html === null ? { children } : { dangerouslySetInnerHTML: { __html: html } };
}

type Children = {
  readonly children?: ReactNode;
  readonly dangerouslySetInnerHTML?: { readonly __html: string };
};
