import { productId } from '#prisma/seed/product-rows.ts';
import { addMonths } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { addAlternative, addCondition, changeCondition, conditionsFor } from '~/domain/product/conditions.ts';
import type { Rule } from '~/domain/product/predicate.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { submitProductDraft } from '~/server/product/decide-draft.ts';
import { startProductDraft } from '~/server/product/start-draft.ts';
import { writeProductDraft } from '~/server/product/write-draft.ts';
import { findPerson } from './find-person.ts';

/** Two versions at the demo bank: a tax loan with wider conditions that waits for a second person, and a new product in the making. Told once. */
export async function seedProductDesk(): Promise<void> {
  const maker = await withActor(system('seed.products'), (tx) => findPerson(tx, 'officer'));
  if (await widenTaxLoan(maker)) await startProductDraft(maker, { from: 'template', template: 'ip-pledge' });
}

const region: Rule = { kind: 'region', in: ['64'] };
const titled: Rule = { kind: 'title', anyOf: ['high-tech', 'specialised-new'] };
const ageLine = (rule: Rule): number => conditionsFor(rule).findIndex((line) => line.kind === 'age');

/** False where it is open already: then everything was told before. */
async function widenTaxLoan(maker: Person): Promise<boolean> {
  const product = productId('qiaotou-tax');
  const started = await startProductDraft(maker, { from: 'product', product, offShelf: false });
  if (!started.ok) return false;
  const id = started.value;
  const written = await writeProductDraft(maker, id, {
    note: '成立满一年即可申请；地区限自治区内，或具有高新技术企业等资质。',
    effectiveFrom: addMonths(clock.today(), 1),
    terms: { maxFen: '400000000' },
    conditions: (rule) =>
      addAlternative(
        addCondition(changeCondition(rule, ageLine(rule), { kind: 'age', atLeast: 12 }), region),
        conditionsFor(rule).length,
        titled,
      ),
  });
  insist(written);
  insist(await submitProductDraft(maker, id));
  return true;
}
