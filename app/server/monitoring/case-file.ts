import { dayAt } from '~/domain/kernel/day.ts';
import { isAside, latestSnooze, mayHave } from '~/domain/monitoring/case-desk.ts';
import { reversibleUntil } from '~/domain/monitoring/verdict.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { readHandling } from '~/server/monitoring/read-handling.ts';
import type { AlertRow } from '~/server/monitoring/store.ts';
import { findMatter, findOwner } from '~/server/monitoring/store-case.ts';
import { findCaseDocuments } from '~/server/monitoring/store-case-document.ts';
import { findCaseBranch, findOfficers } from '~/server/monitoring/store-desk.ts';
import { findMeasures } from '~/server/monitoring/store-measure.ts';
import { findVerdicts, hasNewsSince } from '~/server/monitoring/store-verdict.ts';

/**
 * What stands in a case beside its evidence: the rungs of its matter, measures, documents and verdicts that the reader may see. The
 * terms of measures are for the bank and its firm (H7).
 */
export async function caseFile(tx: Tx, row: AlertRow, { terms }: { readonly terms: boolean }) {
  const { enterprise_id: firm, id } = row;
  const measures = await findMeasures(tx, firm, id);
  const documents = await findCaseDocuments(tx, firm, id);
  const verdicts = await findVerdicts(tx, firm, id);
  return {
    matter: (await findMatter(tx, row)).map((rung) => ({
      ...rung,
      raisedAt: rung.raisedAt.toISOString(),
      dueAt: rung.dueAt.toISOString(),
      closedAt: rung.closedAt?.toISOString() ?? null,
    })),
    measures: measures.map(
      ({ amountFen, at, confirmedAt, droppedAt, userId: _, confirmedBy: __, ...measure }) => ({
        ...measure,
        amountFen: terms ? (amountFen?.toString() ?? null) : null,
        at: at.toISOString(),
        confirmedAt: confirmedAt?.toISOString() ?? null,
        droppedAt: droppedAt?.toISOString() ?? null,
      }),
    ),
    documents: documents.map(({ id: document, replyId, name, contentType, bytes }) => ({
      ...{ id: document, replyId, name, contentType, bytes },
    })),
    verdicts: verdicts.map(({ verdict, note, facts, reason, userName, at }) => ({
      ...{ verdict, note, reason, by: userName, at: at.toISOString() },
      facts: facts as { explanation?: string; curedOn?: string; wrong?: string },
    })),
  };
}

/** Who was given the case, with whether that person still works where it is seen; null for nobody. */
export const ownerOf = async (tx: Tx, row: AlertRow) =>
  findOwner(tx, row.owner_id, await findCaseBranch(tx, row));

/** What only the bank's own people see and do: who has the case, until when it is put aside, what may still be done about it. */
export async function bankDesk(tx: Tx, row: AlertRow, userId: string) {
  const now = clock.now();
  const handling = await readHandling(tx, dayAt(row.raised_at));
  const branch = await findCaseBranch(tx, row);
  const owner = await findOwner(tx, row.owner_id, branch);
  const aside = { state: row.state, dueAt: row.due_at, snoozedUntil: row.snoozed_until as never };
  const officers = await findOfficers(tx, [row.institution_id]);
  return {
    owner: owner?.isThere ? owner.name : null,
    leftOwner: owner && !owner.isThere ? owner.name : null,
    isMine: row.owner_id === userId,
    asideUntil: isAside(aside, now) ? row.snoozed_until : null,
    latestSnooze:
      row.state === 'closed'
        ? null
        : latestSnooze({ severity: row.severity, dueAt: row.due_at }, handling, now),
    officers: officers
      .filter(({ branch_id }) => mayHave({ branchId: branch_id }, branch))
      .map(({ id, name, live }) => ({ id, name, live })),
    reversal: await reversalOf(tx, row, userId),
    isHeard: row.state === 'answered' || now >= row.due_at,
    today: clock.today(),
    userId,
  };
}

/** Whether the reader may reverse the verdict that stands, and until when without new evidence. */
async function reversalOf(tx: Tx, row: AlertRow, userId: string) {
  if (row.closed_at === null || row.verdict === null) return null;
  const { reversalDays } = await readHandling(tx, dayAt(row.closed_at));
  const until = reversibleUntil(row.closed_at, reversalDays);
  const given = await findVerdicts(tx, row.enterprise_id, row.id);
  const about = { institutionId: row.institution_id, loanId: row.loan_id, groupKey: row.group_key };
  const hasNews = await hasNewsSince(tx, { ...about, since: row.closed_at });
  return { until, isOpen: clock.today() <= until || hasNews, isOwn: given.at(-1)?.userId === userId };
}

export type CaseFile = Awaited<ReturnType<typeof caseFile>>;
export type BankDesk = Awaited<ReturnType<typeof bankDesk>>;
