import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Answer,
  ConsentModel,
  histories,
  modelItems,
  type Step,
} from '#tests/factories/consent-model.ts';
import { addDays, day, dayAt, startOf } from '~/domain/kernel/day.ts';
import type { ConsentId, EnterpriseId, InstitutionId, ProductId, UserId } from '~/domain/kernel/id.ts';
import { type Consent, type ConsentItem, type ConsentTerms, isSameUse, statusAt } from './artefact.ts';
import { chooseConsent } from './check-use.ts';
import { draftConsent } from './draft-consent.ts';

const catalogue: ConsentItem[] = Object.entries(modelItems).flatMap(([sensitivity, codes]) =>
  codes.map((code) => ({
    code,
    version: 1,
    subject: sensitivity === 'personal' ? ('natural-person' as const) : ('enterprise' as const),
    sensitivity: sensitivity as ConsentItem['sensitivity'],
    ceiling: sensitivity === 'verify-only' ? ('yes-no' as const) : ('raw' as const),
  })),
);
const begin = day('2026-11-23');
const banks = ['bank-0', 'bank-1'] as InstitutionId[];
const products = ['product-0', 'product-1'] as ProductId[];
const productOf = (n: 0 | 1 | null) => (n === null ? null : (products[n] as ProductId));

/** The rules of the domain driven as the server drives them: lists in memory, counts by consent and day. */
class Gate {
  private readonly consents: Consent[] = [];
  private readonly reads: { readonly id: ConsentId; readonly on: string }[] = [];
  private readonly standing: ('good' | 'suspended')[] = ['good', 'good'];
  private today = begin;
  private tick = 0;

  private now(): Date {
    this.tick += 1;
    return new Date(startOf(this.today).getTime() + this.tick * 1_000);
  }

  wait(days: number): void {
    this.today = addDays(this.today, days);
  }

  stand(bank: 0 | 1, good: boolean): void {
    this.standing[bank] = good ? 'good' : 'suspended';
  }

  grant(step: Extract<Step, { do: 'grant' }>): number | null {
    const at = this.now();
    const terms: ConsentTerms = {
      recipient: {
        kind: 'institution',
        institutionId: banks[step.bank] as InstitutionId,
        productId: productOf(step.product),
      },
      ...{ purpose: step.purpose, items: step.items, detail: step.detail, fetchType: step.fetchType },
      ...{ mode: 'view', dataFrom: null, dataTo: null, returnDirection: false },
      validFrom: at,
      validTo: startOf(addDays(this.today, step.days)),
      readsPerDay: step.perDay,
      retentionDays: 30,
    };
    if (this.standing[step.bank] !== 'good' || !draftConsent(terms, catalogue).ok) return null;
    for (const [i, old] of this.consents.entries())
      if (isSameUse(old, terms) && ['active', 'paused'].includes(statusAt(old, at)))
        this.consents[i] = { ...old, revokedAt: at };
    const id = String(this.consents.length) as ConsentId;
    const who = { enterpriseId: 'firm' as EnterpriseId, grantedBy: 'owner' as UserId };
    this.consents.push({ ...terms, ...who, id, grantedAt: at, revokedAt: null, pausedAt: null });
    return this.consents.length - 1;
  }

  withdraw(which: number): boolean {
    const at = this.now();
    const found = this.consents[which];
    if (!found || !['active', 'paused'].includes(statusAt(found, at))) return false;
    this.consents[which] = { ...found, revokedAt: at };
    return true;
  }

  pause(which: number, on: boolean): boolean {
    const at = this.now();
    const found = this.consents[which];
    if (!found || statusAt(found, at) !== (on ? 'active' : 'paused')) return false;
    this.consents[which] = { ...found, pausedAt: on ? at : null };
    return true;
  }

  read(step: Extract<Step, { do: 'read' }>): Answer {
    const at = this.now();
    const counts = new Map<ConsentId, number>();
    for (const { id, on } of this.reads) if (on === this.today) counts.set(id, (counts.get(id) ?? 0) + 1);
    const verdict = chooseConsent(
      this.consents,
      {
        reader: {
          kind: 'institution',
          institutionId: banks[step.bank] as InstitutionId,
          standing: this.standing[step.bank] ?? 'good',
        },
        ...{ purpose: step.purpose, detail: step.detail, fetchType: step.fetchType, at },
        productId: productOf(step.product),
        items: catalogue.filter(({ code }) => step.items.includes(code)),
        matterClosedAt: step.closed ? new Date(at.getTime() - 1) : null,
      },
      counts,
    );
    if (!verdict.ok) return { ok: false, under: null };
    this.reads.push({ id: verdict.value.consentId, on: dayAt(at) });
    expect([...verdict.value.items].sort()).toEqual([...step.items].sort());
    return { ok: true, under: Number(verdict.value.consentId) };
  }
}

const carryOut = (side: Gate | ConsentModel, step: Step): unknown => {
  if (step.do === 'grant') return side.grant(step);
  if (step.do === 'withdraw') return side.withdraw(step.which);
  if (step.do === 'pause') return side.pause(step.which, step.on);
  if (step.do === 'read') return side.read(step);
  return step.do === 'wait' ? side.wait(step.days) : side.stand(step.bank, step.good);
};

test('ten thousand histories of consent give, read by read, the answer of the reference', () => {
  let reads = 0;
  let allowed = 0;
  fc.assert(
    fc.property(histories(30), (steps) => {
      const [gate, model] = [new Gate(), new ConsentModel()];
      for (const step of steps) {
        const answer = carryOut(gate, step);
        expect(answer, JSON.stringify(step)).toEqual(carryOut(model, step));
        if (step.do === 'read') reads += 1;
        if (step.do === 'read' && (answer as Answer).ok) allowed += 1;
      }
    }),
    { numRuns: 10_000 },
  );
  expect(reads).toBeGreaterThan(30_000);
  expect(allowed / reads).toBeGreaterThan(0.005);
});
