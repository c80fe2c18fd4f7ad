import { classifySize, type SizeFacts, type SizeOutcome } from '~/domain/enterprise/size.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { type IndustryOption, readSizeTable } from '~/server/enterprise/store-reference.ts';

/**
 * Size class by the standard in force today. A sole trader is a natural person and gets none: the staff and revenue of
 * others do not make a person large or small (domain.md E11).
 */
export async function classifyFirm(
  tx: Tx,
  kind: 'company' | 'sole-trader',
  industry: IndustryOption,
  facts: SizeFacts,
): Promise<SizeOutcome | null> {
  if (kind === 'sole-trader') return null;
  return classifySize(industryPathOf(industry), facts, await readSizeTable(tx, clock.today()));
}

/** Section, division, group, class: the digits of a GB/T 4754 code nest. */
export const industryPathOf = ({ section, code }: Pick<IndustryOption, 'section' | 'code'>): string[] => [
  section,
  ...[2, 3, 4].filter((length) => code.length >= length).map((length) => code.slice(0, length)),
];
