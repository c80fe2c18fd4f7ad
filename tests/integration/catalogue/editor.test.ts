import { beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { ingestCsv, looker, registerFirms, uscc } from '#tests/factories/delivery.ts';
import { makePerson } from '#tests/factories/people.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { day } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { changeDraft } from '~/server/catalogue/change-draft.ts';
import { discardDraft } from '~/server/catalogue/discard-draft.ts';
import { draftForm } from '~/server/catalogue/forms.ts';
import { listItems } from '~/server/catalogue/list-items.ts';
import { publishDraft } from '~/server/catalogue/publish-draft.ts';
import { returnDraft } from '~/server/catalogue/return-draft.ts';
import { showDraft } from '~/server/catalogue/show-draft.ts';
import { showItem } from '~/server/catalogue/show-item.ts';
import { startDraft } from '~/server/catalogue/start-draft.ts';
import { startItem } from '~/server/catalogue/start-item.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { submitDraft } from '~/server/catalogue/submit-draft.ts';
import { clock } from '~/server/clock.ts';
import { catalogueToday } from '~/server/consent/store.ts';
import { withActor } from '~/server/db/with-actor.ts';

const look = looker(freshDatabase({ template: referenceTemplate }));
let maker: Person;
let checker: Person;

beforeAll(async () => {
  maker = await makePerson('data-operator', {});
  checker = await makePerson('data-operator', {});
});

/** The form of a draft as its page sends it, changed here and there. */
async function formOf(id: string, more: Record<string, unknown> = {}) {
  const draft = insist(await showDraft(maker, id));
  const { item } = draft;
  return draftForm.parse({
    provider: draft.providerId,
    nameZh: item.name.zh,
    nameEn: item.name.en,
    classCode: item.classCode,
    classZh: item.className.zh,
    classEn: item.className.en,
    ...(({ subject, mode, sensitivity, ceiling, level, period, polarity }) => ({
      ...{ subject, mode, sensitivity, ceiling, level, period, polarity },
    }))(item),
    freshDays: String(item.freshDays),
    lasting: item.lasting ? 'yes' : 'no',
    amountSigned: item.amount?.signed ? 'yes' : 'no',
    amountZh: item.amount?.zh ?? '',
    amountEn: item.amount?.en ?? '',
    categories: item.categories.map(({ code, zh, en }) => `${code} | ${zh} | ${en}`).join('\n'),
    answers: [...item.answers],
    validFrom: clock.today(),
    legalBasis: '《征信业管理条例》',
    legalBasisEn: 'Regulation on the Credit Reporting Industry',
    note: '试行',
    ...more,
  });
}

describe('an item changes by a version that two people make', () => {
  test('draft, review, return, publication; a wall at each wrong step', async () => {
    const id = insist(await startDraft(maker, 'tax.payment', 1));
    expect(await startDraft(checker, 'tax.payment', 1)).toMatchObject({
      refusal: { code: 'catalogue.draft-open' },
    });
    const form = await formOf(id, { ceiling: 'aggregate' });
    expect(await changeDraft(checker, id, form)).toMatchObject({
      refusal: { code: 'catalogue.not-the-maker' },
    });
    insist(await changeDraft(maker, id, form));
    expect(await publishDraft(checker, id)).toMatchObject({ refusal: { code: 'catalogue.not-in-review' } });
    insist(await submitDraft(maker, id));
    expect(await changeDraft(maker, id, form)).toMatchObject({ refusal: { code: 'catalogue.not-a-draft' } });
    expect(await publishDraft(maker, id)).toMatchObject({ refusal: { code: 'catalogue.own-draft' } });
    insist(await returnDraft(checker, id, '请写明依据'));
    insist(await submitDraft(maker, id));
    expect(insist(await publishDraft(checker, id))).toBe('tax.payment');
    const page = insist(await showItem(maker, 'tax.payment'));
    expect(page.shown.item).toMatchObject({ version: 2, ceiling: 'aggregate' });
    expect(page.versions.map(({ version, inForce, changed }) => [version, inForce, changed])).toEqual([
      [2, true, ['ceiling']],
      [1, false, []],
    ]);
    expect(
      await look(`select action from audit_entry where action like 'catalogue.%' order by seq, at`),
    ).toHaveLength(6);
  });

  test('both places that read the catalogue see the version in force, and an ended item is gone for both', async () => {
    const id = insist(await startDraft(maker, 'ip.trademark', 1));
    insist(await changeDraft(maker, id, await formOf(id, { validTo: '2099-01-01' })));
    insist(await submitDraft(maker, id));
    insist(await publishDraft(checker, id));
    for (const on of ['2098-12-31', '2099-01-01', '2026-01-02'].map(day)) {
      const [codes, consentable] = await withActor(system('test'), async (tx) => [
        [...(await readCatalogue(tx, on)).values()].map(({ code, version }) => `${code} ${version}`).sort(),
        (await catalogueToday(tx, on)).map(({ code, version }) => `${code} ${version}`).sort(),
      ]);
      expect(consentable).toEqual(codes);
      expect(codes.some((code) => code.startsWith('ip.trademark'))).toBe(on !== '2099-01-01');
    }
  });

  test('a new item takes deliveries once it is published, and none before', async () => {
    const code = 'market-regulation';
    const [provider] = await look<{ id: string }>('select id from institution where code = $1', [code]);
    const id = insist(await startItem(maker, 'tax.refund', provider?.id ?? ''));
    await registerFirms(uscc(1));
    const csv = `统一社会信用代码,日期\n${uscc(1)},2026-09-01\n`;
    expect(await ingestCsv('tax.refund', csv)).toMatchObject({ refusal: { code: 'record.item-unknown' } });
    insist(await changeDraft(maker, id, await formOf(id, { nameZh: '退税信息', nameEn: 'Tax refunds' })));
    insist(await submitDraft(maker, id));
    insist(await publishDraft(checker, id));
    expect(await ingestCsv('tax.refund', csv)).toMatchObject({ ok: true, value: { accepted: 1 } });
    expect((await listItems(maker, { text: '退税信息' })).entries).toMatchObject([{ code: 'tax.refund' }]);
    expect(await startItem(maker, 'tax.refund', provider?.id ?? '')).toMatchObject({
      refusal: { code: 'catalogue.code-taken' },
    });
  });

  test('a discarded draft stays as it was, and the item is free for another', async () => {
    const id = insist(await startDraft(maker, 'court.judgment', 1));
    insist(await discardDraft(checker, id));
    expect(await submitDraft(maker, id)).toMatchObject({ refusal: { code: 'catalogue.not-a-draft' } });
    expect(await startDraft(checker, 'court.judgment', 1)).toMatchObject({ ok: true });
  });
});

describe('the database holds it as well', () => {
  const insert = `insert into catalogue_item (code, version, provider_id, class_code, name_zh, name_en, subject, mode, sensitivity,
    ceiling, level, period, polarity, meaning, fresh_days, valid_from, drafted_by, published_by)
    select code, 9, provider_id, class_code, name_zh, name_en, subject, mode, sensitivity, 'raw', level, period, polarity, meaning,
           fresh_days, valid_from, $1, $2 from catalogue_item where code = 'tax.arrears'`;

  test('nobody writes a version past a reviewed draft, edits one or takes one out', async () => {
    const write = withActor(maker, (tx) =>
      tx.$executeRawUnsafe(insert.replace('$1', `'${maker.userId}'`).replace('$2', `'${checker.userId}'`)),
    );
    await expect(write).rejects.toThrow(/reviewed draft/);
    const edit = withActor(
      maker,
      (tx) => tx.$executeRaw`update catalogue_item set ceiling = 'raw' where code = 'tax.arrears'`,
    );
    await expect(edit).rejects.toThrow(/permission denied|append-only/);
    await expect(look(`delete from catalogue_item where code = 'tax.arrears'`)).rejects.toThrow(
      /append-only/,
    );
  });

  test('what is only verified yields no record, whoever writes it', async () => {
    const wrong = look(
      insert
        .replaceAll('$1', 'null')
        .replaceAll('$2', 'null')
        .replace("'tax.arrears'", "'medical.employer-profile'"),
    );
    await expect(wrong).rejects.toThrow(/verified_items_only_answer/);
  });
});
