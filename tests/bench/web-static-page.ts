import type { ServerBuild } from '@remix-run/node';
import { createElement } from 'react';

/** The address of the page that the others are measured against. */
export const staticPath = '/bench/static-rows';

const words = ['企业', '产品', '金额', '期限', '状态', '时限', '经办人', '提交', '备注'];

const Rows = () =>
  createElement(
    'table',
    null,
    createElement('thead', null, createElement('tr', null, ...words.map((word) => cell('th', word)))),
    createElement('tbody', null, ...Array.from({ length: 50 }, (_, i) => rowOf(i))),
  );
const cell = (tag: 'th' | 'td', text: string) => createElement(tag, { key: text }, text);
const rowOf = (i: number) =>
  createElement('tr', { key: i }, ...words.map((word, j) => cell('td', `${word} ${i}.${j}`)));

const id = 'routes/bench-static-rows';

/** The build with one page more: fifty rows of nine cells within the same frame, and nothing to read for them. */
export function withStaticPage(build: ServerBuild): ServerBuild {
  const model = Object.values(build.assets.routes).find((route) => route.path === 'products');
  if (!model) throw new Error('the shelf is not in the build');
  const route = { id, path: staticPath.slice(1), parentId: 'root' };
  return {
    ...build,
    assets: {
      ...build.assets,
      routes: { ...build.assets.routes, [id]: { ...model, ...route, hasLoader: false, hasAction: false } },
    },
    routes: { ...build.routes, [id]: { ...route, module: { default: Rows } } as never },
  };
}
