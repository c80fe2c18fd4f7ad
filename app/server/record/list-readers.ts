import type { Named } from '~/domain/catalogue/item.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findReaders, type ReaderRow } from '~/server/record/store-own.ts';

export type ReaderFilter = { readonly who: 'others' | 'all'; readonly before?: bigint | undefined };

/** One line of "who looked and why" (征信条例 22, PIPL 55): who, from where, what, why, under which consent. */
export type ReaderLine = {
  readonly seq: string;
  readonly at: string;
  readonly person: string;
  readonly role: string;
  readonly institution: Named | null;
  readonly action: string;
  readonly purpose: string | null;
  readonly consentId: string | null;
  readonly refused: boolean;
  /** What was opened, in the words of the audit log. */
  readonly what: string | null;
  readonly items: readonly Named[];
};

const pageSize = 40;

/** The audit chain of the actor's firm, the newest lines first. */
export async function listReaders(actor: Actor, filter: ReaderFilter) {
  const { enterpriseId } = asFirm(actor);
  return withActor(actor, async (tx) => {
    const asked = { firm: enterpriseId, others: filter.who === 'others', before: filter.before ?? null };
    const rows = await findReaders(tx, { ...asked, limit: pageSize + 1 });
    const catalogue = await readCatalogue(tx, clock.today());
    const nameOf = (code: string): Named => catalogue.get(code)?.name ?? { zh: code, en: code };
    const shown = rows.slice(0, pageSize);
    return {
      lines: shown.map((row) => lineOf(row, nameOf)),
      next: rows.length > pageSize ? (shown.at(-1)?.seq.toString() ?? null) : null,
    };
  });
}

type Detail = { what?: string; items?: string[] } | null;

function lineOf(row: ReaderRow, nameOf: (code: string) => Named): ReaderLine {
  const { detail } = JSON.parse(row.body) as { detail: Detail };
  const { institution_zh: zh, institution_en: en } = row;
  return {
    seq: row.seq.toString(),
    at: row.at.toISOString(),
    person: row.user_name,
    role: row.role,
    institution: zh === null ? null : { zh, en: en ?? zh },
    action: row.action,
    purpose: row.purpose,
    consentId: row.consent_id,
    refused: row.outcome === 'refused',
    what: typeof detail?.what === 'string' ? detail.what : null,
    items: Array.isArray(detail?.items) ? detail.items.map(nameOf) : [],
  };
}
