import { normaliseUscc } from '~/domain/enterprise/uscc.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import {
  type FirmNamed,
  findFirmByCode,
  identityOf,
  listSuccessions,
  type SuccessionShown,
} from '~/server/enterprise/store-succession.ts';

const most = 50;

export type Lineage = {
  /** The firm that was asked for; undefined when none was. */
  readonly firm: FirmNamed | null | undefined;
  readonly identity: readonly {
    readonly scheme: string;
    readonly value: string;
    readonly from: string | null;
    readonly to: string | null;
  }[];
  readonly edges: readonly (Omit<SuccessionShown, 'knownAt' | 'undoneAt'> & { readonly isUndone: boolean })[];
  readonly today: string;
};

/** The latest mergers and divisions; of one firm, by any code it ever had, its own with its codes and names. */
export function showLineage(actor: Actor, typed: string | undefined): Promise<Lineage> {
  return withActor(actor, async (tx) => {
    const firm = typed ? await findFirmByCode(tx, normaliseUscc(typed)) : undefined;
    const edges = firm === null ? [] : await listSuccessions(tx, firm?.id ?? null, most);
    return {
      firm,
      identity: firm ? (await identityOf(tx, firm.id)).map(({ knownAt: _, ...each }) => each) : [],
      edges: edges.map(({ knownAt: _, undoneAt, ...edge }) => ({ ...edge, isUndone: undoneAt !== null })),
      today: clock.today(),
    };
  });
}
