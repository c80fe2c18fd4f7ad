import type { EnterpriseId, UserId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';

export type NewGlass = {
  readonly enterpriseId: EnterpriseId;
  readonly id: string;
  readonly reason: string;
  readonly minutes: number;
  readonly askedBy: UserId;
  readonly askerName: string;
  readonly askedAt: Date;
};

export const addGlass = (tx: Tx, glass: NewGlass) => tx.glassBreak.createMany({ data: [glass] });
export const allGlass = (tx: Tx) => tx.glassBreak.findMany({ orderBy: { askedAt: 'desc' }, take: 100 });
/** Accesses that were granted and that nobody has reviewed yet. */
export const glassToReview = (tx: Tx) =>
  tx.glassBreak.findMany({ where: { decision: 'granted', reviewedBy: null }, orderBy: { askedAt: 'asc' } });
export const findGlass = (tx: Tx, id: string) => tx.glassBreak.findFirst({ where: { id } });

/** The emergency accesses to a firm's records, for the firm. */
export const glassOf = (tx: Tx, enterpriseId: EnterpriseId) =>
  tx.glassBreak.findMany({ where: { enterpriseId }, orderBy: { askedAt: 'desc' } });

export type GlassRow = NonNullable<Awaited<ReturnType<typeof findGlass>>>;

export const lockGlass = (tx: Tx, id: string) =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`glass:${id}`}, 0))`;

export const decideGlass = (
  tx: Tx,
  { enterpriseId, id }: Pick<GlassRow, 'enterpriseId' | 'id'>,
  data: {
    readonly decision: 'granted' | 'refused';
    readonly decidedBy: UserId;
    readonly deciderName: string;
    readonly decidedAt: Date;
    readonly opensUntil: Date | null;
  },
) => tx.glassBreak.updateMany({ where: { enterpriseId, id }, data });

export const reviewGlass = (
  tx: Tx,
  { enterpriseId, id }: Pick<GlassRow, 'enterpriseId' | 'id'>,
  data: {
    readonly verdict: 'justified' | 'unjustified';
    readonly reviewNote: string;
    readonly reviewedBy: UserId;
    readonly reviewerName: string;
    readonly reviewedAt: Date;
  },
) => tx.glassBreak.updateMany({ where: { enterpriseId, id }, data });

export const firmByCode = (tx: Tx, uscc: string) =>
  tx.enterprise.findUnique({ where: { uscc }, select: { id: true, name: true } });
