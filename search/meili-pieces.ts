import { normalised, type Run, runs } from '#search/bigrams.ts';
import type { Facets, SearchDocument, SearchKind, VersionedDocument } from '#search/documents.ts';
import type { SearchQuestion } from '#search/port.ts';

/** A document as it lies at Meilisearch: the pieces that it is found by, and no text. */
export type MeiliDocument = {
  readonly key: string;
  readonly kind: SearchKind;
  readonly id: string;
  readonly version: string;
  readonly titleLength: number;
  readonly facets: readonly string[];
  readonly heads: readonly string[];
  readonly titleGrams: readonly string[];
  readonly grams: readonly string[];
};

/** One of several conditions that must all hold: a condition, or a list of which one must hold. */
export type Filter = readonly (string | readonly string[])[];

const longestWord = 32;
const longestHead = 64;

export function meiliDocument(document: VersionedDocument): MeiliDocument {
  const { kind, id, title, body, version, facets } = document;
  return {
    key: keyOf(document),
    kind,
    id,
    version,
    titleLength: [...normalised(title)].length,
    facets: Object.entries(facets).flatMap(([name, values]) => values.map((value) => facetOf(name, value))),
    heads: beginnings(headOf(title), longestHead),
    titleGrams: piecesOf(title),
    grams: piecesOf(`${title} ${body}`),
  };
}

/** The engine's keys are letters, digits, `-` and `_`; ids are any text. */
export const keyOf = ({ kind, id }: Pick<SearchDocument, 'kind' | 'id'>): string =>
  `${kind}_${Buffer.from(id).toString('base64url')}`;

/** Everything by which a text may be asked for: one, two and three characters of a Chinese run, the beginnings of a word. */
function piecesOf(text: string): string[] {
  const pieces = runs(text).flatMap((run) =>
    run.isHan ? [1, 2, 3].flatMap((length) => windows(run.text, length)) : beginnings(run.text, longestWord),
  );
  return [...new Set(pieces)];
}

/** The pieces that a match must have. Chinese runs of more than three characters are asked for by overlapping threes. */
const conditionsOf = (run: Run): string[] =>
  run.isHan
    ? windows(run.text, Math.min(3, [...run.text].length))
    : [[...run.text].slice(0, longestWord).join('')];

function windows(text: string, length: number): string[] {
  const characters = [...text];
  return characters
    .slice(0, Math.max(0, characters.length - length + 1))
    .map((_, i) => characters.slice(i, i + length).join(''));
}

function beginnings(text: string, longest: number): string[] {
  const characters = [...text].slice(0, longest);
  return characters.map((_, i) => characters.slice(0, i + 1).join(''));
}

/** Quotation marks and backslashes would need escaping in a filter; nobody looks for them. */
const plain = (text: string): string => text.replace(/["\\]/g, ' ');
const headOf = (text: string): string => plain(normalised(text));
const facetOf = (name: string, value: string): string => plain(`${name}:${value}`);
const is = (attribute: string, value: string): string => `${attribute} = "${value}"`;
const isNot = (attribute: string, value: string): string => `NOT ${is(attribute, value)}`;

/**
 * The question as up to three that do not overlap, best first: a title that begins so (the title itself is the shortest of
 * these), one that holds it, the body. Nothing to look for finds everything.
 */
export function tiersOf({ kind, text, facets = {} }: SearchQuestion): Filter[] {
  const pieces = [...new Set(runs(text).flatMap(conditionsOf))];
  const base = [is('kind', kind), ...facetFilter(facets), ...pieces.map((piece) => is('grams', piece))];
  if (pieces.length === 0) return [base];
  const head = headOf(text.trim());
  const rest = [...base, isNot('heads', head)];
  return [
    [...base, is('heads', head)],
    [...rest, ...pieces.map((piece) => is('titleGrams', piece))],
    [...rest, pieces.map((piece) => isNot('titleGrams', piece))],
  ];
}

const facetFilter = (facets: Facets): string[][] =>
  Object.entries(facets).map(([name, values]) => values.map((value) => is('facets', facetOf(name, value))));
