import type { Tx } from '~/server/db/client.ts';

export type DenialRow = {
  readonly at: Date;
  readonly who: string;
  readonly role: string;
  readonly firm: string | null;
  readonly action: string;
  readonly detail: unknown;
};

/** How many decisions were refused since an instant, by what was done and the code that it was refused with. */
export const countRefused = (
  tx: Tx,
  since: Date,
): Promise<{ action: string; code: string | null; gate: string | null; n: number }[]> => tx.$queryRaw`
  select action, body::jsonb->'detail'->>'code' as code, body::jsonb->'detail'->>'gate' as gate, count(*)::int as n
  from audit_entry where outcome = 'refused' and at >= ${since}
  group by 1, 2, 3 order by 4 desc, 1, 2, 3`;

/** Refused decisions of the audit log since an instant, the latest first. */
export const refusedSince = (tx: Tx, since: Date, limit: number): Promise<DenialRow[]> => tx.$queryRaw<
  DenialRow[]
>`
  select at, user_name as who, role, enterprise_id::text as firm, action, body::jsonb->'detail' as detail
  from audit_entry where outcome = 'refused' and at >= ${since}
  order by at desc, stream desc, seq desc limit ${limit}`;
