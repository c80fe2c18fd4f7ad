import { beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { makePerson } from '#tests/factories/people.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { day } from '~/domain/kernel/day.ts';
import { insist } from '~/domain/kernel/result.ts';
import { schemesInForce } from '~/domain/policy/scheme.ts';
import { type Person, system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { changeDraft } from '~/server/policy/change-draft.ts';
import { compareVersions } from '~/server/policy/compare-versions.ts';
import { discardDraft } from '~/server/policy/discard-draft.ts';
import { draftForm } from '~/server/policy/forms.ts';
import { listSchemes } from '~/server/policy/list-schemes.ts';
import { publishDraft } from '~/server/policy/publish-draft.ts';
import { readSchemes } from '~/server/policy/read-schemes.ts';
import { type DraftPage, showDraft } from '~/server/policy/show-draft.ts';
import { showScheme } from '~/server/policy/show-scheme.ts';
import { startDraft } from '~/server/policy/start-draft.ts';

freshDatabase({ template: referenceTemplate });

const code = 'qingyuan-compensation';
let maker: Person;
let checker: Person;
beforeAll(async () => {
  maker = await makePerson('funds-operator');
  checker = await makePerson('funds-operator');
});

const refusalOf = (result: { ok: boolean; refusal?: { code: string } }) => result.refusal?.code ?? null;
const draftOf = async (id: string): Promise<DraftPage> => insist(await showDraft(maker, id));

/** The form as its maker would send it back, with some fields written anew. */
async function formOf(
  id: string,
  change: Record<string, string> = {},
  body: object = {},
  examples?: object[],
) {
  const { scheme } = await draftOf(id);
  return draftForm.parse({
    nameZh: scheme.nameZh,
    nameEn: scheme.nameEn,
    legalBasis: scheme.legalBasis,
    legalBasisEn: scheme.legalBasisEn,
    jurisdiction: scheme.jurisdiction,
    validFrom: scheme.validFrom,
    validTo: scheme.validTo ?? '',
    body: JSON.stringify({ ...scheme.body, ...body }),
    examples: JSON.stringify(examples ?? scheme.examples),
    unverified: scheme.unverified.join('\n'),
    note: '按新文件把比例改为45%。',
    ...change,
  });
}

test('a legal basis is said in both languages', async () => {
  const id = insist(await startDraft(maker, 'leiyang-compensation', 1));
  await expect(formOf(id, { legalBasisEn: '' })).rejects.toThrow(/legalBasisEn/);
  const basis = { legalBasis: '市府办〔2027〕3号', legalBasisEn: 'City government office [2027] no. 3' };
  insist(await changeDraft(maker, id, await formOf(id, basis)));
  const { differences } = await draftOf(id);
  expect(differences).toContainEqual(
    expect.objectContaining({ path: 'legalBasisEn', after: basis.legalBasisEn }),
  );
  insist(await discardDraft(maker, id));
});

test('a second person publishes what the first drafted, once its examples come out', async () => {
  const id = insist(await startDraft(maker, code, 1));
  expect(refusalOf(await startDraft(checker, code, 1))).toBe('policy.draft-open');

  insist(await changeDraft(maker, id, await formOf(id, { validFrom: '2026-12-01' }, { sharePpm: 450_000 })));
  expect(refusalOf(await publishDraft(maker, id))).toBe('policy.own-draft');
  expect(await publishDraft(checker, id)).toEqual({
    ok: false,
    refusal: { code: 'policy.examples-fail', failed: 2, total: 3 },
  });
  const failing = (await draftOf(id)).examples.filter((example) => !example.passed);
  expect(failing.map(({ expected, actual }) => [expected, actual])[0]).toEqual([
    { outcome: 'paid', amountFen: '100000000' },
    { outcome: 'paid', amountFen: '90000000' },
  ]);
  expect(failing[0]?.lines.map((line) => line.code)).toContain('share-of-loss');

  const examples = (await draftOf(id)).examples.map((example) => ({
    zh: example.zh,
    en: example.en,
    of: example.of,
    given: example.given,
    expect: example.actual ?? {},
  }));
  insist(await changeDraft(maker, id, await formOf(id, {}, {}, examples)));
  expect(insist(await publishDraft(checker, id))).toEqual({ code, version: 2 });

  const schemes = await withActor(system('test'), readSchemes);
  const shareOn = (on: string) =>
    schemesInForce(schemes, day(on)).find((scheme) => scheme.code === code)?.body as { sharePpm: number };
  expect(shareOn('2026-11-30').sharePpm).toBe(500_000);
  expect(shareOn('2026-12-01').sharePpm).toBe(450_000);

  const page = insist(await showScheme(maker, code, 2));
  expect(page.versions.map((v) => [v.version, v.draftedBy, v.publishedBy])).toEqual([
    [2, maker.name, checker.name],
    [1, null, null],
  ]);
  const { differences } = insist(await compareVersions(maker, code, {}));
  expect(differences).toContainEqual({ path: 'body.sharePpm', before: '500000', after: '450000' });
  expect(refusalOf(await publishDraft(checker, id))).toBe('policy.decided-already');
  expect(refusalOf(await discardDraft(checker, id))).toBe('policy.decided-already');
});

describe('a draft', () => {
  test('is changed by its maker alone and stays readable when discarded', async () => {
    const id = insist(await startDraft(maker, 'shenzhen-compensation', 1));
    expect(refusalOf(await changeDraft(checker, id, await formOf(id)))).toBe('policy.not-the-maker');
    expect(insist(await discardDraft(checker, id))).toBe('shenzhen-compensation');
    expect(refusalOf(await changeDraft(maker, id, await formOf(id)))).toBe('policy.decided-already');
    expect((await draftOf(id)).state).toBe('discarded');
    const again = insist(await startDraft(maker, 'shenzhen-compensation', 1));
    expect((await draftOf(again)).scheme.version).toBe(2);
    insist(await discardDraft(maker, again));
  });

  test('takes no figure that no formula knows, and says where', async () => {
    const id = insist(await startDraft(maker, 'pingshan-compensation', 1));
    const refused = await changeDraft(maker, id, await formOf(id, {}, { ceilingPpm: 2_000_000, mood: 1 }));
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: 'policy.figures-wrong', field: 'body' },
    });
    expect(JSON.stringify(refused)).toContain('ceilingPpm');
    expect(JSON.stringify(refused)).toContain('mood');
    expect(refusalOf(await changeDraft(maker, id, await formOf(id, {}, {}, [])))).toBe(
      'policy.figures-wrong',
    );
    expect((await draftOf(id)).differences).toEqual([]);
  });

  test('of an unknown scheme or version is none', async () => {
    expect(refusalOf(await startDraft(maker, 'no-such-scheme', 1))).toBe('policy.not-found');
    expect(refusalOf(await startDraft(maker, 'baiyin-mutual-fund', 9))).toBe('policy.not-found');
  });
});

describe('the database holds it too', () => {
  const insertVersion = (actor: Person) =>
    withActor(
      actor,
      (tx) => tx.$executeRaw`
        insert into policy_version (code, version, kind, jurisdiction, name_zh, name_en, legal_basis, valid_from, body, examples,
                                    unverified, published_at, drafted_by, published_by)
        select code, 99, kind, jurisdiction, name_zh, name_en, legal_basis, valid_from, body, examples, unverified, now(),
               ${maker.userId}::uuid, ${checker.userId}::uuid
        from policy_version where code = 'services-subsidy' and version = 2`,
    );

  test('no version without a draft that a second person decided', async () => {
    await expect(insertVersion(checker)).rejects.toThrow(/published from a draft by a second person/);
  });

  test('no draft published by its maker', async () => {
    const id = insist(await startDraft(maker, 'hubei-startup-subsidy', 1));
    const publish = (actor: Person) =>
      withActor(
        actor,
        (
          tx,
        ) => tx.$executeRaw`update policy_draft set state = 'published', decided_by = ${actor.userId}::uuid,
                                 decided_at = now() where id = ${id}::uuid`,
      );
    await expect(publish(maker)).rejects.toThrow(/draft_maker_is_not_checker/);
    const change = withActor(
      checker,
      (tx) => tx.$executeRaw`update policy_draft set note = 'mine' where id = ${id}::uuid`,
    );
    await expect(change).rejects.toThrow(/changed by its maker alone/);
  });

  test('no published version edited', async () => {
    const edit = withActor(
      maker,
      (tx) => tx.$executeRaw`update policy_version set name_en = 'x' where code = 'services-subsidy'`,
    );
    await expect(edit).rejects.toThrow(/permission denied|append-only/);
  });

  test('nobody outside the platform sees a draft', async () => {
    const officer = await makePerson('officer');
    const seen = await withActor(officer, (tx) => tx.policyDraft.count());
    expect(seen).toBe(0);
  });
});

test('the list says what is in force, what has ended, and finds by word', async () => {
  const all = await listSchemes(maker, {});
  expect(all.total).toBe(15 - 1);
  const { rows } = await listSchemes(maker, { standing: 'ended', kind: 'compensation' });
  expect(rows.map((row) => row.code)).toEqual([
    'anhui-tech-compensation',
    'leiyang-compensation',
    'singapore-efs-contrast',
  ]);
  expect((await listSchemes(maker, { text: '81号' })).rows.map((row) => row.code)).toEqual([
    'services-subsidy',
  ]);
});
