import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { ConsentModel, histories, type Step } from '#tests/factories/consent-model.ts';
import { createParties, type Parties } from '#tests/factories/parties.ts';
import { addDays, day, startOf } from '~/domain/kernel/day.ts';
import type { ConsentId, ProductId } from '~/domain/kernel/id.ts';
import { system } from '~/server/access/actor.ts';
import { onDay } from '~/server/clock.ts';
import { grantConsent } from '~/server/consent/grant-consent.ts';
import { pauseConsent } from '~/server/consent/pause-consent.ts';
import { readUnderConsent } from '~/server/consent/read-under-consent.ts';
import { withdrawConsent } from '~/server/consent/withdraw-consent.ts';
import { withActor } from '~/server/db/with-actor.ts';

freshDatabase();

const bankOf = (parties: Parties, bank: 0 | 1) => (bank === 0 ? parties.bankA : parties.bankB);

/** The real gate: grants, withdrawals and reads as the pages make them, each at a moment of its own. */
class RealGate {
  private today = day('2026-11-23');
  private minute = 1;
  private readonly given: ConsentId[] = [];
  constructor(private readonly parties: Parties) {}

  at<T>(work: () => Promise<T>): Promise<T> {
    this.minute += 1;
    return onDay(this.today, work, this.minute);
  }

  wait(days: number): void {
    this.today = addDays(this.today, days);
  }

  stand = (bank: 0 | 1, good: boolean) =>
    withActor(system('test'), (tx) =>
      tx.institution.update({
        where: { id: bankOf(this.parties, bank).id },
        data: { state: good ? 'approved' : 'suspended' },
      }),
    );

  async grant(step: Extract<Step, { do: 'grant' }>): Promise<number | null> {
    const bank = bankOf(this.parties, step.bank);
    const productId = step.product === null ? null : (bank.product as ProductId);
    const granted = await this.at(() =>
      grantConsent(this.parties.owner, {
        recipient: { kind: 'institution', institutionId: bank.id, productId },
        ...{ purpose: step.purpose, items: step.items, detail: step.detail, fetchType: step.fetchType },
        ...{ mode: 'view', dataFrom: null, dataTo: null, returnDirection: false },
        validTo: startOf(addDays(this.today, step.days)),
        readsPerDay: step.perDay,
        retentionDays: 30,
      }),
    );
    if (!granted.ok) return null;
    this.given.push(granted.value);
    return this.given.length - 1;
  }

  async withdraw(which: number): Promise<boolean> {
    const id = this.given[which];
    return id !== undefined && (await this.at(() => withdrawConsent(this.parties.owner, id))).ok;
  }

  async pause(which: number, on: boolean): Promise<boolean> {
    const id = this.given[which];
    const kind = on ? 'paused' : 'resumed';
    return id !== undefined && (await this.at(() => pauseConsent(this.parties.owner, id, kind))).ok;
  }

  /** Reads for no application: then a consent for one product serves nothing. */
  async read(step: Extract<Step, { do: 'read' }>) {
    const { officer } = bankOf(this.parties, step.bank);
    const { enterpriseId } = this.parties;
    const { purpose, items, detail } = step;
    const read = await this.at(() =>
      readUnderConsent(
        officer,
        { enterpriseId, purpose, items, detail },
        async (_, permit) => permit.consentId,
      ),
    );
    return { ok: read.ok, under: read.ok ? this.given.indexOf(read.value) : null };
  }
}

/** What the page cannot say: products differ by bank, a read is for no product, and for no closed matter. */
const asPages = (step: Step): Step => {
  if (step.do === 'grant') return { ...step, product: step.product === null ? null : 0 };
  if (step.do === 'read') return { ...step, product: null, fetchType: 'one-time', closed: false };
  return step;
};

const carryOut = async (side: RealGate | ConsentModel, step: Step): Promise<unknown> => {
  if (step.do === 'grant') return side.grant(step);
  if (step.do === 'withdraw') return side.withdraw(step.which);
  if (step.do === 'pause') return side.pause(step.which, step.on);
  if (step.do === 'read') return side.read(step);
  if (step.do === 'wait') side.wait(step.days);
  else await side.stand(step.bank, step.good);
  return null;
};

test('the gate in the database answers as the reference does, read by read', async () => {
  let reads = 0;
  await fc.assert(
    fc.asyncProperty(histories(14), async (steps) => {
      const [gate, model] = [new RealGate(await createParties()), new ConsentModel()];
      for (const step of steps.map(asPages)) {
        const [answer, expected] = [await carryOut(gate, step), await carryOut(model, step)];
        expect(answer, JSON.stringify(step)).toEqual(expected);
        if (step.do === 'read') reads += 1;
      }
    }),
    { numRuns: 12 },
  );
  expect(reads).toBeGreaterThan(20);
});
