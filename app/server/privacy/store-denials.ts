import type { Tx } from '~/server/db/client.ts';

export type DenialRow = {
  readonly at: Date;
  readonly who: string;
  readonly role: string;
  readonly firm: string | null;
  readonly action: string;
  readonly detail: unknown;
};

/** Refused decisions of the audit log since an instant, the latest first. */
export const refusedSince = (tx: Tx, since: Date, limit: number): Promise<DenialRow[]> => tx.$queryRaw<
  DenialRow[]
>`
  select at, user_name as who, role, enterprise_id::text as firm, action, body::jsonb->'detail' as detail
  from audit_entry where outcome = 'refused' and at >= ${since}
  order by at desc, stream desc, seq desc limit ${limit}`;
