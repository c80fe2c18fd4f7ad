import ts from 'typescript';
import { expect, test } from 'vitest';
import { locales } from '~/text/define.ts';
import { isTest, placeOf, type Source, sources, walk } from './sources.ts';

/** Sentences live in `app/text`; Chinese elsewhere is data to read (domain, adapters) or made up (seed, tests). */
const wordless = /^app\/(ui|routes|server|cli|root|entry)|^jobs\/|^search\//;
/** What provider files and people write is recognised by its Chinese words. */
const readers = /^app\/server\/[a-z]+\/adapt-|^app\/cli\/boot\/run\.mjs$/;
const chinese = /\p{Script=Han}/u;

const isLiteral = (node: ts.Node): node is ts.LiteralLikeNode =>
  ts.isStringLiteral(node) ||
  ts.isNoSubstitutionTemplateLiteral(node) ||
  ts.isTemplateHead(node) ||
  ts.isTemplateMiddle(node) ||
  ts.isTemplateTail(node) ||
  ts.isJsxText(node);

test('no Chinese wording longer than a unit is written outside app/text', () => {
  const found: string[] = [];
  for (const source of sources.filter(
    (each) => wordless.test(each.file) && !readers.test(each.file) && !isTest(each),
  ))
    walk(source.tree, (node) => {
      if (isLiteral(node) && chinese.test(node.text) && node.text.length > 1)
        found.push(`${placeOf(source, node)}: ${node.text.trim()}`);
    });
  expect(found).toEqual([]);
});

test('no sentence is written between the tags of a page', () => {
  const found: string[] = [];
  for (const source of sources.filter(({ file }) => /^app\/(ui|routes)\//.test(file)))
    walk(source.tree, (node) => {
      if (ts.isJsxText(node) && /\p{L}{2,}/u.test(node.text))
        found.push(`${placeOf(source, node)}: ${node.text.trim()}`);
    });
  expect(found).toEqual([]);
});

const tables = sources.filter((source) => source.file.startsWith('app/text/') && !isTest(source));

/** The properties of an object that words something: every object with a property of a language's name. */
function languagesIn(source: Source): { place: string; languages: Map<string, ts.Expression> }[] {
  const entries: { place: string; languages: Map<string, ts.Expression> }[] = [];
  walk(source.tree, (node) => {
    if (!ts.isObjectLiteralExpression(node)) return;
    const languages = new Map<string, ts.Expression>();
    for (const property of node.properties)
      if (
        ts.isPropertyAssignment(property) &&
        (ts.isStringLiteral(property.name) || ts.isIdentifier(property.name))
      )
        if (locales.includes(property.name.text as never))
          languages.set(property.name.text, property.initializer);
    if (languages.size > 0) entries.push({ place: placeOf(source, node), languages });
  });
  return entries;
}

test('every wording exists in every language', () => {
  const incomplete = tables.flatMap(languagesIn).filter(({ languages }) => languages.size < locales.length);
  expect(incomplete.map(({ place }) => place)).toEqual([]);
});

test('no wording is empty and no English one was left in Chinese', () => {
  const wrong = tables.flatMap(languagesIn).flatMap(({ place, languages }) => {
    const empty = [...languages].filter(([, value]) => ts.isStringLiteral(value) && value.text.trim() === '');
    const english = languages.get('en');
    const plain = english && ts.isStringLiteral(english) ? english.text : '';
    // A unit or a language's own name (万元, 中文) may be quoted in an English sentence.
    const isLeft = count(plain, /\p{Script=Han}/gu) > Math.max(2, count(plain, /[a-z]/gi));
    return [
      ...empty.map(([language]) => `${place} ${language}`),
      ...(isLeft ? [`${place} en: ${plain}`] : []),
    ];
  });
  expect(wrong).toEqual([]);
});

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
