import { randomUUID } from 'node:crypto';
import { parseDay } from '~/domain/kernel/day.ts';
import { sha256 } from '~/domain/kernel/hash.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { parseYuan } from '~/domain/kernel/money.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { readIdNumber } from '~/domain/privacy/id-number.ts';
import type { SubjectId } from '~/domain/privacy/person.ts';
import type { PersonRecord } from '~/domain/privacy/question.ts';
import type { Actor } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { tagOf } from '~/server/platform/vault.ts';
import { addSubject, subjectByTag } from '~/server/privacy/store-person.ts';
import { addPersonFacts, type NewPersonFact } from '~/server/privacy/store-person-fact.ts';
import { firmsByCode, personalItem } from '~/server/privacy/store-supply.ts';

/** One row as a provider writes it: whom, at which firm, since when, until when, how much. */
export type PersonRow = {
  readonly uscc: string;
  readonly idNumber: string;
  readonly from: string;
  readonly to: string;
  readonly amount: string;
  readonly category: string;
};

export type TakeInRefusal =
  | { readonly code: 'privacy.item-not-personal' }
  | { readonly code: 'privacy.row-unreadable'; readonly row: number; readonly column: string };

export type TakenIn = { readonly rows: number; readonly added: number; readonly people: number };

/**
 * Takes in records about natural persons of one item: all rows or none. Each is stored under the key of its subject and
 * nothing of it in the clear; the identity number is not stored at all.
 */
export function takeInPersonRecords(
  actor: Actor,
  item: string,
  rows: readonly PersonRow[],
): Promise<Result<TakenIn, TakeInRefusal>> {
  return withActor(actor, async (tx): Promise<Result<TakenIn, TakeInRefusal>> => {
    const found = await personalItem(tx, item, clock.today());
    if (!found) return refuse({ code: 'privacy.item-not-personal' });
    const firms = await firmsByCode(
      tx,
      rows.map(({ uscc }) => uscc),
    );
    const facts: NewPersonFact[] = [];
    const subjects = new Map<string, SubjectId>();
    const people = new Set<string>();
    for (const [index, row] of rows.entries()) {
      const enterpriseId = firms.get(row.uscc);
      const read = enterpriseId ? readRow(row) : 'uscc';
      if (typeof read === 'string' || !enterpriseId)
        return refuse({ code: 'privacy.row-unreadable', row: index + 1, column: String(read) });
      people.add(read.idNumber);
      const subjectId = await subjectFor(tx, subjects, enterpriseId, read.idNumber);
      facts.push({
        ...{ enterpriseId, id: randomUUID(), subjectId, item, providerId: found.providerId },
        sourceKey: Uint8Array.from(
          Buffer.from(sha256(`${item}\n${JSON.stringify(read.record)}`), 'hex').subarray(0, 16),
        ),
        ...{ knownAt: clock.now(), record: read.record },
      });
    }
    const added = await addPersonFacts(tx, facts);
    const outcome = { rows: rows.length, added, people: people.size };
    await appendAudit(tx, actor, { action: 'privacy.records-taken-in', detail: { item, ...outcome } });
    return accept(outcome);
  });
}

async function subjectFor(
  tx: Tx,
  subjects: Map<string, SubjectId>,
  bookOf: EnterpriseId,
  idNumber: string,
): Promise<SubjectId> {
  const tag = tagOf(idNumber);
  const book = `${bookOf} ${tag}`;
  const known = subjects.get(book) ?? (await subjectByTag(tx, tag, bookOf));
  const id = known ?? (randomUUID() as SubjectId);
  if (!known) await addSubject(tx, { id, tag, bookOf, createdAt: clock.now() });
  subjects.set(book, id);
  return id;
}

/** The record of a row, or the name of the column that cannot be read. */
function readRow(row: PersonRow): { idNumber: string; record: PersonRecord } | keyof PersonRow {
  const idNumber = readIdNumber(row.idNumber);
  if (!idNumber) return 'idNumber';
  const from = parseDay(row.from);
  if (!from) return 'from';
  const to = row.to ? parseDay(row.to) : null;
  if (row.to && (!to || to < from)) return 'to';
  const amount = row.amount ? parseYuan(row.amount) : null;
  if (row.amount && amount === null) return 'amount';
  const record = { from, to, amountFen: amount?.toString() ?? null, category: row.category || null };
  return { idNumber, record };
}
