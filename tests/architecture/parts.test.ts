import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;

const filesUnder = (folder: string, ending: RegExp): { path: string; text: string }[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => ({ path: join(folder, name), text: readFileSync(join(root, folder, name), 'utf8') }));

const pages = () => [...filesUnder('app/ui', /\.tsx$/), ...filesUnder('app/routes', /\.tsx$/)];

/** `file:line` of every line that matches. */
const linesMatching = (pattern: RegExp) =>
  pages().flatMap(({ path, text }) =>
    text
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${relative('.', path)}:${index + 1}`] : [])),
  );

describe('the design system', () => {
  it('shows every part in an example', () => {
    const examples = filesUnder('tests/parts', /^examples-.*\.tsx$/)
      .map(({ text }) => text)
      .join('\n');
    const parts = filesUnder('app/ui/parts', /(?<!\.test)\.tsx$/);
    const usedBy = (path: string) => `'~/${path.replace(/^app\//, '')}'`;
    const inner = (path: string) => parts.some(({ text }) => text.includes(`/${path.split('/').at(-1)}'`));
    const unseen = parts.filter(({ path }) => !examples.includes(usedBy(path)) && !inner(path));
    expect(unseen.map(({ path }) => path)).toEqual([]);
  });

  it('leaves out style attributes, which the content security policy would drop', () => {
    expect(linesMatching(/\sstyle=\{/)).toEqual([]);
  });

  it('lets React alone draw what asks for an id of its own', () => {
    const asking = pages().filter(({ text }) => /\buseId\(/.test(text));
    expect(asking.length).toBeGreaterThan(0);
    expect(asking.filter(({ text }) => !text.includes('byReact(')).map(({ path }) => path)).toEqual([]);
  });

  it('knows only the colours of its own palette', () => {
    const foreign =
      /\b(?:text|bg|border|fill|stroke|ring|outline|decoration|accent|from|to|via)-(?:slate|gray|zinc|neutral|stone|red|orange|amber|yellow|lime|green|emerald|teal|cyan|sky|blue|indigo|violet|purple|fuchsia|pink|rose)-\d{2,3}\b/;
    expect(linesMatching(foreign)).toEqual([]);
  });
});
