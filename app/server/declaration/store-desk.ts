import type { Tx } from '~/server/db/client.ts';
import type { DeclarationRow } from '~/server/declaration/store.ts';

export type DeskState = 'in-force' | 'doubted' | 'ended';

const states: { readonly [S in DeskState]: readonly string[] } = {
  'in-force': ['in-force'],
  doubted: ['doubted'],
  ended: ['replaced', 'withdrawn', 'broken'],
};

/** Declarations of all firms in a state, the latest first; `after` is the last of the page before. */
export const listDeclared = (
  tx: Tx,
  state: DeskState,
  after: string | undefined,
  take: number,
): Promise<DeclarationRow[]> =>
  tx.declaration.findMany({
    where: { state: { in: [...states[state]] } },
    orderBy: [{ signedAt: 'desc' }, { id: 'desc' }],
    take,
    ...(after && { cursor: cursorOf(after), skip: 1 }),
  });

/** The page's cursor: firm and declaration, joined by a dot. */
const cursorOf = (after: string) => {
  const [enterpriseId = '', id = ''] = after.split('.');
  return { enterpriseId_id: { enterpriseId, id } };
};

export const countDoubted = (tx: Tx): Promise<number> =>
  tx.declaration.count({ where: { state: 'doubted' } });

export type FirmName = { readonly id: string; readonly name: string; readonly uscc: string | null };

export const firmsNamed = (tx: Tx, ids: readonly string[]): Promise<FirmName[]> =>
  tx.enterprise.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true, uscc: true } });
