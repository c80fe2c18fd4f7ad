import { statusAt } from '~/domain/consent/artefact.ts';
import type { ConsentId, ScoreSheetId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { consentById } from '~/server/consent/store.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { publicKeyPem } from '~/server/platform/signing.ts';
import { lastChangeSince, reportByCode } from '~/server/report/store.ts';
import { latestSheet, sheetById } from '~/server/score/store.ts';

type Row = NonNullable<Awaited<ReturnType<typeof reportByCode>>>;

/**
 * How a report stands today, for whoever holds it: its code is on the paper and nowhere else. Says whether the consent
 * behind it is in force and whether the score still reads as printed; never what a newer score is.
 */
export function checkReport(code: string) {
  return withActor(system('verify-report'), async (tx): Promise<Result<ReportStanding, CheckRefusal>> => {
    const row = await reportByCode(tx, code);
    return row ? accept(await standingOf(tx, row)) : refuse({ code: 'report.code-not-found' });
  });
}

type CheckRefusal = { readonly code: 'report.code-not-found' };

async function standingOf(tx: Tx, row: Row) {
  const { body, hash, keyId } = row;
  return {
    id: body.id,
    code: body.firm.uscc && masked(body.firm.uscc),
    audience: body.audience,
    madeAt: body.madeAt,
    hash,
    keyId,
    publicKey: publicKeyPem(),
    consent: await consentStanding(tx, row),
    score: await scoreStanding(tx, row),
    records: await recordStanding(tx, row),
    checkedAt: clock.now().toISOString(),
  };
}

/** Enough to hold against the paper, too little to name a firm. */
const masked = (uscc: string): string => `${uscc.slice(0, 4)}…${uscc.slice(-4)}`;

export type ReportStanding = Awaited<ReturnType<typeof standingOf>>;

/** `none`: made from public data alone, which needs no consent. */
async function consentStanding(tx: Tx, { consentId }: Row) {
  if (!consentId) return { state: 'none', on: null } as const;
  const consent = await consentById(tx, consentId as ConsentId);
  const state = consent ? statusAt(consent, clock.now()) : 'expired';
  const since = { withdrawn: consent?.revokedAt, paused: consent?.pausedAt };
  const on = state === 'withdrawn' || state === 'paused' ? since[state] : consent?.validTo;
  return { state, on: on?.toISOString() ?? null };
}

/** When a record of an item that the report counts was last corrected, revoked or repaired since; null when none was. */
async function recordStanding(tx: Tx, { enterpriseId, body, madeAt }: Row) {
  const items = body.holdings.map(({ item }) => item);
  return (await lastChangeSince(tx, enterpriseId, items, madeAt))?.toISOString() ?? null;
}

/** `restated`: after a record was corrected, revoked or repaired. `holds`: the last sheet of the same scope says the same grade and points. `none`: the report quotes no sheet. */
async function scoreStanding(tx: Tx, { enterpriseId, sheetId }: Row) {
  const printed = sheetId && (await sheetById(tx, enterpriseId, sheetId as ScoreSheetId));
  if (!printed) return { state: 'none', on: null } as const;
  const latest = await latestSheet(tx, enterpriseId, printed.scope as 'public' | 'full');
  if (!latest || (latest.grade === printed.grade && latest.milliPoints === printed.milliPoints))
    return { state: 'holds', on: null } as const;
  const state = latest.cause === 'correction' ? ('restated' as const) : ('superseded' as const);
  return { state, on: latest.createdAt.toISOString() };
}
