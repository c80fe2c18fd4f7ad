import { addDays } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { system } from '~/server/access/actor.ts';
import { changeDraft } from '~/server/catalogue/change-draft.ts';
import { draftForm } from '~/server/catalogue/forms.ts';
import { showDraft } from '~/server/catalogue/show-draft.ts';
import { startDraft } from '~/server/catalogue/start-draft.ts';
import { submitDraft } from '~/server/catalogue/submit-draft.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findPerson } from './find-person.ts';

const code = 'utility.power-usage';

/** An example draft that waits for a second person: monthly power figures would yield figures only. Told once. */
export async function seedCatalogueDesk(): Promise<void> {
  const maker = await withActor(system('seed.catalogue'), (tx) => findPerson(tx, 'operator-data-b'));
  const started = await startDraft(maker, code, 1);
  if (!started.ok) return;
  const { item, providerId, legalBasis, legalBasisEn } = insist(await showDraft(maker, started.value));
  const { subject, mode, sensitivity, level, period, polarity, classCode } = item;
  const form = draftForm.parse({
    ...{ subject, mode, sensitivity, level, period, polarity, classCode },
    ...{ legalBasis, legalBasisEn },
    provider: providerId,
    nameZh: item.name.zh,
    nameEn: item.name.en,
    classZh: item.className.zh,
    classEn: item.className.en,
    ceiling: 'aggregate',
    freshDays: item.freshDays,
    lasting: item.lasting ? 'yes' : 'no',
    amountZh: item.amount?.zh,
    amountEn: item.amount?.en,
    unit: item.quantity?.unit,
    quantityZh: item.quantity?.zh,
    quantityEn: item.quantity?.en,
    answers: [...item.answers],
    validFrom: addDays(clock.today(), 30),
    note: '示例：电力公司提出逐月用电量属经营秘密，拟改为只提供汇总，银行不再看到逐月明细。',
  });
  insist(await changeDraft(maker, started.value, form));
  insist(await submitDraft(maker, started.value));
}
