import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import * as lucide from 'lucide-react';
import type { ReactElement } from 'react';
import type { Plugin } from 'vite';

type Shape = readonly [tag: string, attributes: Readonly<Record<string, unknown>>];
type Drawn = { render(props: object, ref: null): ReactElement<{ icon: { node: readonly Shape[] } }> };

/**
 * Pages name their signs and one file draws them: a sign in every row then costs a page a line, and browsers are sent no
 * script for any. Development and tests draw with the library itself.
 */
export function signsInOneFile(app: string): Plugin {
  const module = '\0signs';
  const names = namesIn(app);
  const sheet = sheetOf(names);
  const file = `assets/signs-${createHash('sha256').update(sheet).digest('hex').slice(0, 8)}.svg`;
  return {
    name: 'signs-in-one-file',
    apply: 'build',
    enforce: 'pre',
    resolveId: (id) => (id === 'lucide-react' ? module : undefined),
    load: (id) => (id === module ? moduleOf(names, `/${file}`) : undefined),
    generateBundle() {
      if (this.environment.name === 'client') this.emitFile({ type: 'asset', fileName: file, source: sheet });
    },
  };
}

/** The signs that our pages import. */
function namesIn(folder: string): string[] {
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const found = files
    .filter((file) => /^(ui|routes|root).*\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .flatMap((file) => [
      ...fs.readFileSync(path.join(folder, file), 'utf8').matchAll(/import \{([^}]*)\} from 'lucide-react'/g),
    ])
    .flatMap(([, list]) => (list ?? '').split(','))
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '));
  return [...new Set(found)].sort();
}

const library = new Map(Object.entries(lucide) as unknown as [string, Drawn][]);

const sheetOf = (names: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg">${names.map(symbolOf).join('')}</svg>`;

function symbolOf(name: string): string {
  const icon = library.get(name);
  if (!icon) throw new Error(`no sign is called ${name}`);
  const shapes = icon
    .render({}, null)
    .props.icon.node.map(([tag, { key: _, ...shape }]) => `<${tag}${attributesOf(shape)}/>`);
  return `<symbol id="${name}" viewBox="0 0 24 24">${shapes.join('')}</symbol>`;
}

const attributesOf = (shape: Readonly<Record<string, unknown>>): string =>
  Object.entries(shape)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');

/** What stands for the library: a sign is drawn by its name. Its size and its line come from the style sheet (`.sign`). */
const moduleOf = (names: readonly string[], file: string): string => `
import { jsx } from 'react/jsx-runtime';
const sign = (name) => {
  const drawn = jsx('use', { href: ${JSON.stringify(file)} + '#' + name });
  return ({ className, ...rest }) =>
    jsx('svg', {
      'aria-hidden': true,
      strokeWidth: 2,
      ...rest,
      className: className ? 'sign ' + className : 'sign',
      children: drawn,
    });
};
${names.map((name) => `export const ${name} = /* @__PURE__ */ sign('${name}');`).join('\n')}
`;
