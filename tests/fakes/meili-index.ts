/** One index of the engine in memory: documents, settings, and what a search with filters and a sort answers. */
export type FakeDocument = Readonly<Record<string, unknown>>;
export type FakeSettings = Record<string, unknown>;

export type FakeIndex = {
  readonly primaryKey: string | null;
  readonly createdAt: string;
  readonly documents: Map<string, FakeDocument>;
  readonly settings: FakeSettings;
};

/** An answer that the engine gives instead of what was asked for. */
export class FakeRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export const defaultSettings = (): FakeSettings => ({
  displayedAttributes: ['*'],
  searchableAttributes: ['*'],
  filterableAttributes: [],
  sortableAttributes: [],
  rankingRules: ['words', 'typo', 'proximity', 'attributeRank', 'sort', 'wordPosition', 'exactness'],
  typoTolerance: { enabled: true },
  pagination: { maxTotalHits: 1000 },
});

export type FakeQuery = {
  readonly filter?: readonly (string | readonly string[])[];
  readonly sort?: readonly string[];
  readonly attributesToRetrieve?: readonly string[];
  readonly page: number;
  readonly hitsPerPage: number;
};

export function searchIndex(index: FakeIndex, query: FakeQuery) {
  const { filter = [], sort = [], page, hitsPerPage } = query;
  const isFound = (document: FakeDocument) =>
    filter.every((one) => [one].flat().some((condition) => holds(index, document, condition)));
  const found = [...index.documents.values()].filter(isFound).sort(comparing(index, sort));
  const { maxTotalHits } = index.settings.pagination as { maxTotalHits: number };
  const totalHits = Math.min(found.length, maxTotalHits);
  const from = (page - 1) * hitsPerPage;
  return {
    hits: found
      .slice(from, Math.min(from + hitsPerPage, maxTotalHits))
      .map((one) => shown(index, one, query)),
    query: '',
    processingTimeMs: 0,
    page,
    hitsPerPage,
    totalHits,
    totalPages: hitsPerPage > 0 ? Math.ceil(totalHits / hitsPerPage) : 0,
  };
}

/** `attribute = "value"`, with or without NOT; an array attribute has the value when one of its items is it. */
function holds(index: FakeIndex, document: FakeDocument, condition: string): boolean {
  const parsed = /^(NOT )?([a-zA-Z]+) = "([^"\\]*)"$/.exec(condition);
  if (!parsed) throw new FakeRefusal(400, 'invalid_search_filter', `not understood: ${condition}`);
  const [, not, attribute = '', value = ''] = parsed;
  demand(index, 'filterableAttributes', attribute, 'invalid_search_filter');
  const same = (item: unknown) => String(item).toLowerCase() === value.toLowerCase();
  return [document[attribute]].flat().some(same) !== Boolean(not);
}

function comparing(index: FakeIndex, sort: readonly string[]) {
  const keys = sort.map((one) => {
    const [attribute = '', direction] = one.split(':');
    demand(index, 'sortableAttributes', attribute, 'invalid_search_sort');
    return { attribute, sign: direction === 'desc' ? -1 : 1 };
  });
  const isSorted = (index.settings.rankingRules as string[]).includes('sort');
  return (a: FakeDocument, b: FakeDocument): number => {
    for (const { attribute, sign } of isSorted ? keys : []) {
      const [x, y] = [a[attribute] as string, b[attribute] as string];
      if (x !== y) return x < y ? -sign : sign;
    }
    return 0;
  };
}

function demand(index: FakeIndex, setting: string, attribute: string, code: string): void {
  if (!(index.settings[setting] as string[]).includes(attribute))
    throw new FakeRefusal(400, code, `Attribute \`${attribute}\` is not in ${setting}.`);
}

function shown(index: FakeIndex, document: FakeDocument, { attributesToRetrieve = ['*'] }: FakeQuery) {
  const displayed = index.settings.displayedAttributes as string[];
  const isIn = (list: readonly string[], name: string) => list.includes('*') || list.includes(name);
  return Object.fromEntries(
    Object.entries(document).filter(([name]) => isIn(displayed, name) && isIn(attributesToRetrieve, name)),
  );
}
