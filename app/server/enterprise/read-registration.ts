import type { UsccWarning } from '~/domain/enterprise/uscc.ts';
import { system } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readCode } from '~/server/enterprise/read-code.ts';
import {
  type IndustryOption,
  type RegionOption,
  searchIndustries,
  searchRegions,
} from '~/server/enterprise/store-reference.ts';

/** How many choices a search offers. */
const choices = 30;

export type CodeReading = {
  readonly uscc: string;
  readonly kind: 'company' | 'sole-trader';
  readonly warnings: readonly UsccWarning[];
  readonly region: RegionOption | null;
};

export type RegistrationReading = {
  readonly code: CodeReading | null;
  readonly industries: readonly IndustryOption[];
  readonly regions: readonly RegionOption[];
};

/** What the registration form can say about what was typed so far: what the code tells, and choices for a searched field. */
export function readRegistration(
  typed: { readonly [F in 'uscc' | 'industry' | 'region']?: string | undefined },
): Promise<RegistrationReading> {
  return withActor(system('registration'), async (tx) => ({
    code: await readTypedCode(tx, typed.uscc ?? ''),
    industries: typed.industry?.trim() ? await searchIndustries(tx, searchable(typed.industry), choices) : [],
    regions: typed.region?.trim() ? await searchRegions(tx, searchable(typed.region), choices) : [],
  }));
}

/** A choice that was made before stands as its code and name; the code alone finds it again. */
const searchable = (typed: string) => /^\d{2,6}(?=\s)/.exec(typed.trim())?.[0] ?? typed.trim();

async function readTypedCode(tx: Tx, typed: string): Promise<CodeReading | null> {
  const read = await readCode(tx, typed);
  if (!read.ok) return null;
  const { code, region } = read.value;
  return { uscc: code.uscc, kind: code.kind, warnings: code.warnings, region };
}
