import type { UseRefusal } from '~/domain/consent/check-use.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { houseOf } from '~/server/access/actor.ts';
import {
  type CaseAsOf,
  caseAsOf,
  type DaysAsked,
  daysOf,
  type FirmAsOf,
  firmAsOf,
} from '~/server/application/as-of.ts';
import { findApplication } from '~/server/application/store.ts';
import { partiesOf } from '~/server/application/store-party.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { readUnderConsent } from '~/server/consent/read-under-consent.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';

export type AsOf = CaseAsOf & {
  readonly firm: string;
  /** What was known of the firm; or why the reader may not see it. */
  readonly known:
    | ({ readonly granted: true } & FirmAsOf)
    | { readonly granted: false; readonly refusal: UseRefusal };
};

type NotFound = { readonly code: 'application.not-found' };

/**
 * An application as it was known at the end of a day, with what changed until another (domain.md §4 item 5). The firm sees
 * its own whole; a bank sees its own application and, of the firm, what its consent opens at this very read, on no day
 * anything that is sealed by now; whoever runs the platform sees it without what is sealed. Looks of others than the firm
 * stand in the firm's log.
 */
export async function showAsOf(actor: Actor, id: string, asked: DaysAsked): Promise<Result<AsOf, NotFound>> {
  const found = await withActor(actor, async (tx) => {
    const application = await findApplication(tx, id);
    if (!application) return null;
    const days = daysOf(application, asked);
    const { firm } = await partiesOf(tx, application);
    return { application, days, own: { firm, ...(await caseAsOf(tx, application, days)) } };
  });
  if (!found) return refuse({ code: 'application.not-found' });
  const { application, days, own } = found;
  const { enterpriseId } = application;
  const note = (tx: Tx) =>
    appendAudit(tx, actor, {
      action: 'application.looked-back',
      enterpriseId,
      detail: { applicationId: id, on: days.on, to: days.to },
    });
  const house = actor.kind === 'person' ? houseOf[actor.role] : 'operator';
  if (house === 'institution') {
    const use = { enterpriseId, applicationId: id, purpose: 'pre-loan', items: 'granted' } as const;
    const read = { ...use, detail: 'granted', what: 'application.as-of' } as const;
    const known = await readUnderConsent(actor, read, async (tx, permit) => {
      await note(tx);
      return firmAsOf(tx, application, days, permit);
    });
    return accept({
      ...own,
      known: known.ok ? { granted: true, ...known.value } : { granted: false, refusal: known.refusal },
    });
  }
  const reader = house === 'enterprise' ? 'whole' : 'platform';
  const known = await withActor(actor, async (tx) => {
    if (reader !== 'whole') await note(tx);
    return firmAsOf(tx, application, days, reader);
  });
  return accept({ ...own, known: { granted: true, ...known } });
}
