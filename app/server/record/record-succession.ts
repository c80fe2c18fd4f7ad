import { randomUUID } from 'node:crypto';
import {
  checkSuccession,
  type SuccessionKind,
  type SuccessionRefusal,
} from '~/domain/enterprise/succession.ts';
import { normaliseUscc } from '~/domain/enterprise/uscc.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { Ppm } from '~/domain/kernel/rate.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import {
  addSuccession,
  findFirmByCode,
  lockSuccessions,
  standingFrom,
} from '~/server/enterprise/store-succession.ts';

export type SuccessionInput = {
  readonly kind: SuccessionKind;
  /** Credit codes, present or former. */
  readonly firm: string;
  readonly successor: string;
  readonly share: Ppm | null;
  readonly effectiveOn: Day;
  readonly basis: string;
};

type Refused =
  | SuccessionRefusal
  | {
      readonly code: 'enterprise.succession-unknown-firm';
      readonly uscc: string;
      readonly field: 'firm' | 'successor';
    };

/**
 * Writes down that a firm was absorbed or divided (domain.md edge case 8). Its liabilities — every negative record — reach
 * the successor by a worker, those that come later too; consents do not: a dissolved firm's end, and the successor has
 * to be asked anew (PIPL 22–23). Returns the id of the edge.
 */
export function recordSuccession(actor: Actor, input: SuccessionInput): Promise<Result<string, Refused>> {
  return withActor(actor, async (tx): Promise<Result<string, Refused>> => {
    await lockSuccessions(tx);
    const [firmCode, successorCode] = [normaliseUscc(input.firm), normaliseUscc(input.successor)];
    const firm = await findFirmByCode(tx, firmCode);
    if (!firm) return refuse({ code: 'enterprise.succession-unknown-firm', uscc: firmCode, field: 'firm' });
    const successor = await findFirmByCode(tx, successorCode);
    if (!successor)
      return refuse({ code: 'enterprise.succession-unknown-firm', uscc: successorCode, field: 'successor' });
    const { kind, share, effectiveOn, basis } = input;
    const wish = { kind, from: firm.id, to: successor.id, share, effectiveOn };
    const edge = checkSuccession(wish, await standingFrom(tx, [firm.id, successor.id]), clock.today());
    if (!edge.ok) return edge;
    const id = randomUUID();
    const { userId } = asPerson(actor);
    await addSuccession(tx, { ...edge.value, id, basis, recordedBy: userId, knownAt: clock.now() });
    const detail = { successionId: id, kind, successor: successor.id };
    await appendAudit(tx, actor, { action: 'enterprise.succeeded', enterpriseId: firm.id, detail });
    await recordChange(tx, actor, {
      kind: 'enterprise.succeeded',
      enterpriseId: firm.id,
      subjectId: id,
      payload: { kind, successor: successor.id },
      jobs: [
        { name: 'record.follow-succession', payload: { ref: id } },
        { name: 'loan.tell-succession', payload: { ref: id } },
      ],
    });
    return accept(id);
  });
}
