import { addDays, addMonths, day } from '~/domain/kernel/day.ts';
import { sha256 } from '~/domain/kernel/hash.ts';
import { insist } from '~/domain/kernel/result.ts';
import { statisticalCardSchema } from '~/domain/score/statistical/card.ts';
import { cardText, sealCard } from '~/domain/score/statistical/sealed.ts';
import { nothingMonotone } from '~/domain/score/training/monotone.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { clock, onDay } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { decideRole } from '~/server/modelling/decide-role.ts';
import { importCard } from '~/server/modelling/import-card.ts';
import { monitorMonth } from '~/server/modelling/monitor-card.ts';
import { orderStudy } from '~/server/modelling/order-study.ts';
import { orderTraining } from '~/server/modelling/order-training.ts';
import { proposeRole } from '~/server/modelling/propose-role.ts';
import { runStudy } from '~/server/modelling/run-study.ts';
import { scoreShadow } from '~/server/modelling/score-shadow.ts';
import { findModels } from '~/server/modelling/store.ts';
import { findJointCard } from '~/server/modelling/store-study.ts';
import { trainOwn } from '~/server/modelling/train-own.ts';
import { walkSheets } from '~/server/modelling/walk-sheets.ts';
import { findPerson } from './find-person.ts';

const actor = system('seed.modelling');
const version = 'stat-2026.1';

/** Made-up outcomes: the lower the public score, the likelier bad; always the same for the same firm. */
async function outcomes(): Promise<string> {
  const codes = await withActor(actor, async (tx) => {
    const rows = await tx.enterprise.findMany({
      where: { uscc: { not: null } },
      select: { id: true, uscc: true },
    });
    return new Map(rows.map(({ id, uscc }) => [id, uscc]));
  });
  const lines: string[] = [];
  for await (const page of walkSheets(actor, clock.now()))
    for (const { sheet } of page) {
      const uscc = codes.get(sheet.enterpriseId);
      if (!uscc || sheet.milliPoints === null) continue;
      const chance = Number.parseInt(sha256(`outcome ${uscc}`).slice(0, 8), 16) / 2 ** 32;
      const risk = 1 / (1 + Math.exp((sheet.milliPoints / 1_000 - 640) / 40));
      if (Number.parseInt(sha256(uscc).slice(0, 2), 16) < 200) lines.push(`${uscc},${Number(chance < risk)}`);
    }
  return lines.join('\n');
}

/**
 * A bank's joint study with made-up outcomes, and the card that came of it in the inventory: a challenger by two persons,
 * proposed as champion, counted over the last months; and a training on own loans, of which there are too few. Told once.
 */
export async function seedModelling(): Promise<void> {
  if ((await withActor(actor, findModels)).some(({ origin }) => origin !== 'shipped')) return;
  const people = await withActor(actor, async (tx) => ({
    officer: await findPerson(tx, 'officer'),
    data: await findPerson(tx, 'operator-data'),
    risk: await findPerson(tx, 'operator-risk'),
  }));
  const name = '小微贷款结果（示例，虚构）';
  const study = insist(await orderStudy(people.officer, { name, text: await outcomes(), measures: null }));
  await runStudy(actor, study);
  const kept = await withActor(actor, (tx) => findJointCard(tx, study));
  if (kept) await enter(cardText(sealCard(statisticalCardSchema.parse(kept.body), null)), people);
  const own = { version: 'own-2026.1', purpose: '示例：用平台自有贷款训练', monotone: nothingMonotone };
  await trainOwn(actor, insist(await orderTraining(people.data, own)));
  const month = day(`${clock.today().slice(0, 7)}-01`);
  for (const back of [3, 2, 1, 0]) await monitorMonth(actor, addMonths(month, -back));
}

/** Days ago on which the card is told to have begun in the shadow, and on which it is told to have run. */
const begunAgo = 100;
const ranAgo = [100, 75, 50, 25, 0];

async function enter(text: string, { data, risk }: { data: Person; risk: Person }): Promise<void> {
  const ago = (days: number) => addDays(clock.today(), -days);
  await onDay(ago(begunAgo), async () => {
    insist(await importCard(data, { text, version, purpose: '示例：由虚构的贷款结果训练，先在影子中运行' }));
    const first = { version, toRole: 'challenger', reason: '黄金样例全部通过，进入影子运行。' } as const;
    insist(await decideRole(risk, insist(await proposeRole(data, first)), 'approved'));
  });
  for (const days of ranAgo) await onDay(ago(days), () => scoreShadow(actor, version));
  const second = { version, toRole: 'champion', reason: '影子运行满一季，分布稳定。' } as const;
  insist(await proposeRole(data, second));
}
