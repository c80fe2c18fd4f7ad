import { randomUUID } from 'node:crypto';
import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { addEvent } from '~/server/guarantee/store.ts';
import { notify } from '~/server/platform/notify.ts';

/** What can happen on a contract. */
export type StepKind =
  | 'requested'
  | 'proposed'
  | 'accepted'
  | 'refused'
  | 'returned'
  | 'withdrawn'
  | 'fee'
  | 'demanded'
  | 'declined'
  | 'paid'
  | 'recovered'
  | 'released';

type About = {
  readonly enterpriseId: string;
  readonly id: string;
  readonly loanId: string;
  readonly institutionId: string;
  readonly guarantorId: string;
};

type Step = {
  readonly kind: StepKind;
  readonly amount?: Fen;
  readonly on?: Day;
  readonly note?: string | null;
};

/** Whom a step is told: a request the guarantor, everything outward the bank; what stays inside the guarantor nobody. */
const hearers: { readonly [K in StepKind]: 'bank' | 'guarantor' | null } = {
  requested: 'guarantor',
  proposed: null,
  accepted: 'bank',
  refused: 'bank',
  returned: null,
  withdrawn: 'guarantor',
  fee: null,
  demanded: 'guarantor',
  declined: 'bank',
  paid: 'bank',
  recovered: 'bank',
  released: 'bank',
};

/** Writes the step, its event and the message to the other party; money orders its posting in the ledger. */
export async function noteStep(tx: Tx, actor: Actor, of: About, step: Step): Promise<void> {
  const id = randomUUID();
  const enterpriseId = of.enterpriseId as EnterpriseId;
  const institutionId = of.institutionId as InstitutionId;
  const { guarantorId } = of;
  await addEvent(tx, {
    enterpriseId,
    id,
    contractId: of.id,
    institutionId,
    guarantorId,
    kind: step.kind,
    amountFen: step.amount ?? null,
    onDay: dateOfDay(step.on ?? clock.today()),
    note: step.note ?? null,
    recordedBy: asPerson(actor).userId,
    recordedAt: clock.now(),
  });
  const moves = ['paid', 'recovered', 'fee'].includes(step.kind);
  await recordChange(tx, actor, {
    kind: `guarantee.${step.kind}`,
    enterpriseId,
    institutionId,
    subjectId: of.id,
    payload: { eventId: id, amountFen: step.amount ?? null },
    jobs: moves ? [{ name: 'guarantee.post-event', payload: { eventId: id } }] : [],
  });
  const hearer = hearers[step.kind];
  if (hearer === null) return;
  const href = hearer === 'bank' ? `/bank/loans/${of.loanId}/guarantees` : `/guarantee/contracts/${of.id}`;
  const to = { institutionId: hearer === 'bank' ? institutionId : (guarantorId as InstitutionId) };
  await notify(tx, { to, kind: `guarantee.${step.kind}`, params: {}, href });
}
