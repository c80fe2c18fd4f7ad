import { randomUUID } from 'node:crypto';
import { accept, type Result } from '~/domain/kernel/result.ts';
import { type CommitteeRefusal, type MeasureKind, mayPropose } from '~/domain/monitoring/committee.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { actInCommittee, othersIn } from '~/server/monitoring/committee/act-in-committee.ts';
import { writeCommitteeStep } from '~/server/monitoring/committee/write-committee-step.ts';

type Proposal = { readonly kind: MeasureKind; readonly untilDay: string | null; readonly text: string };

/** A member proposes a measure and votes for it; a text that names amounts or rates is refused, and a last day that is over. Answers the measure's id. */
export const proposeMeasure = (
  actor: Actor,
  committeeId: string,
  { kind, untilDay, text }: Proposal,
): Promise<Result<string, CommitteeRefusal>> =>
  actInCommittee(actor, committeeId, async ({ tx, row, committee, bank }) => {
    const may = mayPropose(committee, bank, { untilDay, text, today: clock.today() });
    if (!may.ok) return may;
    const measureId = randomUUID();
    const step = { kind: 'proposed', institutionId: bank, measureId, measure: kind, untilDay, text } as const;
    await writeCommitteeStep(tx, actor, row, { ...step, banks: othersIn(committee, bank) });
    return accept(measureId);
  });
