import { dayAt } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Verdict } from '~/domain/monitoring/case.ts';
import { stringify } from '~/domain/overview/csv.ts';
import type { Actor } from '~/server/access/actor.ts';
import { allCases, type CaseLine, type CaseQuery, mostExported } from '~/server/monitoring/list-cases.ts';

/** The words of a file in the reader's language. */
export type CaseWords = {
  readonly header: readonly string[];
  signal(code: string): string;
  severity(severity: CaseLine['severity']): string;
  state(state: CaseLine['state']): string;
  verdict(verdict: Verdict): string;
  bank(zh: string, en: string): string;
  owned(isOwned: boolean): string;
};

/** Every case of a filter as CSV with a byte-order mark; days by the platform's clock. Refused where a file would hold only a part. */
export async function exportCases(
  actor: Actor,
  query: Omit<CaseQuery, 'after'>,
  words: CaseWords,
  most: number = mostExported,
): Promise<Result<string, { readonly code: 'monitoring.export-too-many'; readonly most: number }>> {
  const cases = await allCases(actor, query);
  if (cases.length > most) return refuse({ code: 'monitoring.export-too-many', most });
  const lines = cases.map((line) => [
    ...[words.signal(line.signal), words.severity(line.severity), words.state(line.state), line.firm],
    ...[line.uscc ?? '', line.region ?? '', words.bank(line.bankZh, line.bankEn), line.contractNo ?? ''],
    ...[dayAt(new Date(line.raisedAt)), dayAt(new Date(new Date(line.dueAt).getTime() - 1))],
    ...[line.owner ?? words.owned(line.isOwned), line.asideUntil ?? ''],
    line.verdict ? words.verdict(line.verdict as Verdict) : '',
  ]);
  return accept(`\ufeff${stringify([[...words.header], ...lines])}`);
}
