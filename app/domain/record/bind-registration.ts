import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Binder } from './bind-columns.ts';
import type { Quarantined, RecordProblem, Registration } from './draft.ts';
import type { RegistrationSpec } from './mapping.ts';
import { openRow } from './open-row.ts';

/** A firm as its key names it. */
export type NamedFirm = {
  readonly key: string;
  readonly kind: 'company' | 'sole-trader';
  readonly warnings: readonly string[];
};

/** What the cells of one row register, or the first problem among them. */
export type RegistrationReader = (
  cells: readonly string[],
  firm: NamedFirm,
) => { readonly registration: Registration | null; readonly problem: Omit<Quarantined, 'item'> | null };

/** Binds the registration columns of a mapping to a file's header. `isIndustry` knows the codes of GB/T 4754. */
export function bindRegistration(
  spec: RegistrationSpec,
  header: Binder,
  isIndustry: (code: string) => boolean,
): RegistrationReader {
  const at = {
    name: header.find(spec.name),
    region: header.find(spec.region),
    industry: header.find(spec.industry),
  };
  return (cells, firm) => {
    const row = openRow(cells);
    const name = row.take(at.name, readName);
    const regionCode = row.take(at.region, readRegion);
    const industryCode = row.take(at.industry, (text) => readIndustry(text, isIndustry));
    if (row.problem || name === null) return { registration: null, problem: row.problem };
    return {
      registration: { name, kind: firm.kind, regionCode, industryCode, warnings: firm.warnings },
      problem: null,
    };
  };
}

const longestName = 200;

const readName = (text: string): Result<string, RecordProblem> =>
  text.length > longestName
    ? refuse({ code: 'record.text-too-long', length: text.length, limit: longestName })
    : accept(text);

/** Six digits; a code that no table knows is still a region (domain.md §2.1: warn, never reject). */
const readRegion = (text: string): Result<string, RecordProblem> =>
  /^\d{6}$/.test(text) ? accept(text) : refuse({ code: 'record.region-unreadable', text });

/** A code of GB/T 4754, with or without the letter of its section. */
function readIndustry(text: string, isIndustry: (code: string) => boolean): Result<string, RecordProblem> {
  const code = /^[A-T]\d{2,4}$/.test(text) ? text.slice(1) : text;
  return isIndustry(code) ? accept(code) : refuse({ code: 'record.industry-unknown', text });
}
