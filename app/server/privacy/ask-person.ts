import { randomUUID } from 'node:crypto';
import type { Bands } from '~/domain/catalogue/bands.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { checkPersonUse, type PersonId, type PersonUseRefusal } from '~/domain/privacy/person.ts';
import {
  type Answer,
  type AskedQuestion,
  answerTo,
  checkProbing,
  type NoBands,
  type ProbingRefusal,
  type Question,
  questionOn,
  questionText,
} from '~/domain/privacy/question.ts';
import { type Actor, asInstitution, type InstitutionPerson, system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { readBandsOf } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readPrivacyDuties } from '~/server/platform/privacy-duties.ts';
import { alarmProbing } from '~/server/privacy/alarm-probing.ts';
import { recordsStanding } from '~/server/privacy/records-standing.ts';
import {
  consentsOfPerson,
  findPersonOf,
  lockPerson,
  type NamedPerson,
} from '~/server/privacy/store-person.ts';
import { tagOfSubject } from '~/server/privacy/store-person-fact.ts';
import { addQuestion, askedSince } from '~/server/privacy/store-question.ts';

export type PersonQuestion = {
  readonly enterpriseId: EnterpriseId;
  readonly personId: PersonId;
  readonly item: string;
  readonly question: AskedQuestion;
};

/** A band comes with the bands that it is one of. */
export type PersonAnswer = 'yes' | 'no' | { readonly band: number; readonly bands: Bands };

type AskRefusal =
  | PersonUseRefusal
  | ProbingRefusal
  | NoBands
  | { readonly code: 'privacy.person-not-found' | 'privacy.erased' | 'privacy.record-disputed' };

/**
 * A bank asks one question about a person who consented to it, to be answered with yes, no or a band of the item. The consent is asked at this very question,
 * the probing guard counts it whether answered or refused, and both are noted where the person can see it.
 */
export function askPerson(actor: Actor, asked: PersonQuestion): Promise<Result<PersonAnswer, AskRefusal>> {
  const bank = asInstitution(actor);
  return withActor(system('privacy.ask-person'), async (tx): Promise<Result<PersonAnswer, AskRefusal>> => {
    await lockPerson(tx, asked.personId);
    const person = await findPersonOf(tx, asked.enterpriseId, asked.personId);
    if (person?.institutionId !== bank.institutionId) return refuse({ code: 'privacy.person-not-found' });
    await lockPerson(tx, (await tagOfSubject(tx, person.subjectId)) ?? person.subjectId); // whichever firms named them
    const bands = asked.question.kind === 'band' ? await amountBandsOf(tx, asked.item) : null;
    const full = questionOn({ code: asked.item, bands }, asked.question);
    if (!full.ok) return full;
    const question = { ...asked, question: full.value };
    const verdict = await judge(tx, bank, person, question);
    if (verdict) {
      await writeDown(tx, bank, question, null, verdict.code);
      return refuse(verdict);
    }
    const held = await recordsStanding(tx, person.subjectId, asked.item);
    if (held.suspended) {
      await writeDown(tx, bank, question, null, 'privacy.record-disputed');
      return refuse({ code: 'privacy.record-disputed' });
    }
    const answer = answerTo(held.records, full.value);
    await writeDown(tx, bank, question, answer, null);
    return accept(typeof answer === 'object' && bands ? { ...answer, bands } : (answer as 'yes' | 'no'));
  });
}

/** The bands of an item, where they are of amounts: records of persons hold no quantity. */
async function amountBandsOf(tx: Tx, item: string): Promise<Bands | null> {
  const bands = await readBandsOf(tx, item, clock.today());
  return bands?.of === 'amount' ? bands : null;
}

type FullQuestion = Omit<PersonQuestion, 'question'> & { readonly question: Question };

async function judge(
  tx: Tx,
  bank: InstitutionPerson,
  person: NamedPerson,
  { item, question }: FullQuestion,
): Promise<AskRefusal | null> {
  if (!person.identity) return { code: 'privacy.erased' };
  const at = clock.now();
  const { enterpriseId, id, subjectId, purpose } = person;
  const { institutionId } = bank;
  const consents = await consentsOfPerson(tx, enterpriseId, id);
  const allowed = checkPersonUse(consents, { institutionId, purpose, item, at });
  if (!allowed.ok) return allowed.refusal;
  const { probing } = await readPrivacyDuties(tx, clock.today());
  const since = new Date(at.getTime() - 30 * 86_400_000);
  const before = await askedSince(tx, subjectId, institutionId, since);
  const guarded = checkProbing(before, { item, question: questionText(question) }, at, probing);
  if (guarded.ok) return null;
  await alarmProbing(tx, bank, { enterpriseId, item }, guarded.refusal);
  return guarded.refusal;
}

async function writeDown(
  tx: Tx,
  bank: InstitutionPerson,
  { enterpriseId, personId, item, question }: FullQuestion,
  answer: Answer | null,
  refusal: string | null,
) {
  const { institutionId, userId, name: userName } = bank;
  const text = questionText(question);
  const at = clock.now();
  await addQuestion(tx, {
    ...{ enterpriseId, id: randomUUID(), personId, institutionId, item, question: text },
    ...{ refusal, userId, userName, at },
    answer: answer === null ? null : answer !== 'no',
    band: answer !== null && typeof answer === 'object' ? answer.band : null,
  });
  const detail = { person: personId, item, question: question.kind, ...(refusal && { code: refusal }) };
  const outcome = refusal ? 'refused' : 'ok';
  await appendAudit(tx, bank, { action: 'privacy.person-asked', enterpriseId, outcome, detail });
}
