import { parseHeadcount, parseWan } from '~/domain/enterprise/declared.ts';
import { classifySize, type SizeFacts, type SizeOutcome, type SizeTable } from '~/domain/enterprise/size.ts';

/** The figures as they stand in the form. */
export type TypedFigures = Readonly<Partial<Record<'employees' | 'revenue' | 'assets' | 'industry', string>>>;

export type SizeRules = {
  readonly table: SizeTable;
  /** The section letter of each division, which the digits of an industry code do not tell. */
  readonly sections: { readonly [division: string]: string };
};

const factsOf = (typed: TypedFigures): SizeFacts => ({
  employees: parseHeadcount(typed.employees ?? ''),
  revenue: parseWan(typed.revenue ?? ''),
  assets: parseWan(typed.assets ?? ''),
});

/** Section, division, group and class of the code that the field begins with; empty while there is none. */
function pathOf(typed: string, sections: SizeRules['sections']): string[] {
  const code = /^\d{2,4}(?!\d)/.exec(typed.trim())?.[0];
  const section = code && sections[code.slice(0, 2)];
  if (!code || !section) return [];
  return [
    section,
    ...[2, 3, 4].filter((length) => code.length >= length).map((length) => code.slice(0, length)),
  ];
}

/** The class that the server would give for what is typed now; null before an industry is chosen. */
export function previewSize(typed: TypedFigures, { table, sections }: SizeRules): SizeOutcome | null {
  const path = pathOf(typed.industry ?? '', sections);
  return path.length === 0 ? null : classifySize(path, factsOf(typed), table);
}
