import { beforeEach, expect, it } from 'vitest';
import { freshDatabase } from '#tests/database.ts';
import { addNeed, createApplicants } from '#tests/factories/applying.ts';
import { referenceTemplate } from '#tests/templates.ts';
import { addDays, type Day } from '~/domain/kernel/day.ts';
import type { NeedId } from '~/domain/kernel/id.ts';
import { insist } from '~/domain/kernel/result.ts';
import { asFirm, asInstitution, system } from '~/server/access/actor.ts';
import { answerNeed } from '~/server/application/answer-need.ts';
import { closeNeed } from '~/server/application/close-need.ts';
import { closePosting } from '~/server/application/close-posting.ts';
import { postNeed } from '~/server/application/post-need.ts';
import { returnNeeds } from '~/server/application/return-needs.ts';
import { showPosted } from '~/server/application/show-posted.ts';
import { takeNeed } from '~/server/application/take-need.ts';
import { clock, onDay } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';

freshDatabase({ template: referenceTemplate });
type Parties = Awaited<ReturnType<typeof createApplicants>>;
let parties: Parties | undefined;
let needId: NeedId;
let id: string;

const all = () => {
  if (!parties) throw new Error('no parties');
  return parties;
};
const officer = (bank: 'bankA' | 'bankB') => asInstitution(all()[bank].officer);
const code = (result: { ok: boolean; refusal?: { code: string } }) =>
  result.ok ? 'ok' : result.refusal?.code;
const sweep = () => withActor(system('test'), (tx) => returnNeeds(tx, system('test')));
const told = (kind: string) =>
  withActor(system('test'), async (tx) => {
    const href = { endsWith: kind === 'need.answer-returned' ? `${needId}/banks` : id };
    return (await tx.notification.findMany({ where: { kind, href } })).length;
  });
const own = async (bank: 'bankA' | 'bankB') => insist(await showPosted(officer(bank), id)).own;

beforeEach(async () => {
  parties ??= await createApplicants();
  needId = await addNeed(all());
  id = insist(await postNeed(asFirm(all().owner), needId, false));
});

/** Both banks take the need up on its last day, and the night after it ends. */
async function taken(): Promise<Day> {
  const last = insist(await showPosted(officer('bankA'), id)).openUntil as Day;
  await onDay(last, async () => {
    insist(await takeNeed(officer('bankA'), id));
    insist(await takeNeed(officer('bankB'), id));
  });
  await onDay(addDays(last, 1), async () => expect(await sweep()).toMatchObject({ returned: 0, ended: 1 }));
  return last;
}

it('a need taken up on its last day is answered within the clock; who does not answer lets it lapse, and the firm hears', async () => {
  const last = await taken();
  await onDay(addDays(last, 1), async () => {
    expect(await own('bankA')).toMatchObject({ state: 'taken', mayAnswer: true });
    expect(code(await answerNeed(officer('bankA'), id, null))).toBe('ok');
    expect(await own('bankA')).toMatchObject({ state: 'passed' });
  });
  await onDay(addDays(last, 20), async () => {
    expect(code(await answerNeed(officer('bankB'), id, null))).toBe('need.answer-late');
    expect(await sweep()).toEqual({ returned: 1, ended: 0 });
    expect(await own('bankB')).toMatchObject({ state: 'returned' });
  });
  expect(await told('need.let-lapse')).toBe(1);
  expect(await told('need.answer-returned')).toBe(1);
});

it('a need that the firm takes back frees the bank at once, as if it had never passed', async () => {
  insist(await takeNeed(officer('bankA'), id));
  insist(await closePosting(asFirm(all().owner), needId));
  expect(await own('bankA')).toMatchObject({ state: 'void', mayAnswer: false });
  expect(code(await answerNeed(officer('bankA'), id, null))).toBe('need.posting-over');
  expect(await told('need.answer-void')).toBe(1);
  await onDay(addDays(clock.today(), 20), async () => expect(await sweep()).toMatchObject({ returned: 0 }));
});

it('a need that is closed after its posting ended frees the banks that still answer', async () => {
  const last = await taken();
  await onDay(addDays(last, 1), async () => {
    insist(await closeNeed(asFirm(all().owner), needId));
    expect([(await own('bankA'))?.state, (await own('bankB'))?.state]).toEqual(['void', 'void']);
  });
  expect(await told('need.answer-void')).toBe(2);
});
