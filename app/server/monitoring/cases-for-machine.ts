import { accept, type Result } from '~/domain/kernel/result.ts';
import { verdicts } from '~/domain/monitoring/case.ts';
import type { InstitutionPerson } from '~/server/access/actor.ts';
import type { Also } from '~/server/application/also.ts';
import { readAfter } from '~/server/db/keyset.ts';
import { type CaseStepTaken, caseFilters } from '~/server/monitoring/case-operations.ts';
import { type CaseLine, readCases } from '~/server/monitoring/list-cases.ts';
import { openCase } from '~/server/monitoring/open-case.ts';
import type { AlertCase } from '~/server/monitoring/show-alert.ts';
import type { CaseStep } from '~/server/monitoring/write-case-step.ts';
import { type KeyReused, onceOnly } from '~/server/platform/once-only.ts';

const pageSize = 100;

const told = (
  of: Pick<CaseLine, 'id' | 'signal' | 'severity' | 'state' | 'raisedAt' | 'dueAt' | 'verdict'>,
) => ({
  ...{ id: of.id, signal: of.signal, severity: of.severity, state: of.state },
  ...{
    raisedAt: of.raisedAt,
    dueAt: of.dueAt,
    verdict: verdicts.find((known) => known === of.verdict) ?? null,
  },
});

/** A page of the bank's cases for its own system: the same reading as the desk's. */
export async function casesForMachine(actor: InstitutionPerson, asked: URLSearchParams, size = pageSize) {
  const { show: tab = 'live', after, ...filter } = caseFilters.parse(Object.fromEntries(asked));
  const from = after === undefined ? null : readAfter(after);
  const { cases, next, total } = await readCases(
    actor,
    { ...filter, tab, sort: 'raised', after: from },
    size,
  );
  const lines = cases.map((line) => ({
    ...told(line),
    escalated: line.escalated,
    firm: { name: line.firm, uscc: line.uscc },
    ...{ contractNo: line.contractNo, owner: line.owner, asideUntil: line.asideUntil },
  }));
  return accept({ cases: lines, total, next });
}

/** One case for the bank's own system. */
export async function caseForMachine(actor: InstitutionPerson, id: string) {
  const shown = await openCase(actor, id);
  return shown.ok ? accept(fileOf(shown.value)) : shown;
}

const fileOf = ({ evidence, measures, events, desk, ...row }: AlertCase) => ({
  ...told(row),
  escalated: row.escalatedInto !== null,
  firm: { name: row.firm, uscc: row.uscc },
  ...{ contractNo: row.contractNo, loan: row.loanId, escalatedInto: row.escalatedInto },
  ...{ owner: desk?.owner ?? null, asideUntil: desk?.asideUntil ?? null },
  evidence: {
    ...{ figures: evidence.figures, hidden: evidence.hidden },
    records: evidence.records.map(({ item, occurredOn, amountFen, knownAt }) => ({
      ...{ item, occurredOn, amount: amountFen, knownAt },
    })),
  },
  measures: measures.map(({ id, kind, onDay, amountFen, reason, userName, confirmedAt, droppedAt }) => ({
    ...{ id, kind, onDay, amount: amountFen, reason, by: userName },
    state: droppedAt ? ('dropped' as const) : confirmedAt ? ('taken' as const) : ('awaiting-second' as const),
  })),
  steps: events.map(({ kind, at, party, by, text }) => ({
    ...{ step: kind, at, party: party as CaseStep['party'], by, text },
  })),
});

type Call = { readonly actor: InstitutionPerson; readonly key: string; readonly bodyHash: string };

/** What a bank's system does in a case: the officer's own use case, once for a key. The request's hash holds the case and the step. */
export function pushCaseStep<V extends CaseStepTaken['step'], R extends { readonly code: string }>(
  { actor, key, bodyHash }: Call,
  { id, step }: { readonly id: string; readonly step: 'note' | 'measure' | 'verdict' },
  run: (also: Also<V>) => Promise<Result<V, R>>,
): Promise<Result<CaseStepTaken, R | KeyReused>> {
  const once = { key, requestHash: `${step} ${id} ${bodyHash}` };
  const answer = (value: V): CaseStepTaken => ({ id, step: value });
  return onceOnly(actor, once, async (keep): Promise<Result<CaseStepTaken, R>> => {
    const done = await run((tx, value) => keep(tx, answer(value)));
    return done.ok ? accept(answer(done.value)) : done;
  });
}
