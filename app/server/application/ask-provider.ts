import { randomUUID } from 'node:crypto';
import type { Bands } from '~/domain/catalogue/bands.ts';
import type { QuantityUnit } from '~/domain/catalogue/item.ts';
import type { Permit, UseRefusal } from '~/domain/consent/check-use.ts';
import type { ConsentId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import {
  type AskedQuestion,
  checkProbing,
  type NoBands,
  type ProbingRefusal,
  type Question,
  questionOn,
  questionText,
} from '~/domain/privacy/question.ts';
import { answerHours } from '~/domain/record/verification.ts';
import { type Actor, asInstitution, type InstitutionPerson } from '~/server/access/actor.ts';
import { type Application, findApplication } from '~/server/application/store.ts';
import { findUscc } from '~/server/application/store-verified.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import { permitUse } from '~/server/consent/permit-use.ts';
import { readUnderConsent } from '~/server/consent/read-under-consent.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readPrivacyDuties } from '~/server/platform/privacy-duties.ts';
import { alarmProbing } from '~/server/privacy/alarm-probing.ts';
import { type AskedEndpoint, askEndpoint } from '~/server/record/ask-endpoint.ts';
import {
  addOutcome,
  addVerification,
  findKnownAnswer,
  type NewVerification,
  type VerificationOutcome,
  verifiedSince,
} from '~/server/record/store-verification.ts';

export type ProviderQuestion = { readonly item: string; readonly question: AskedQuestion };
/** A band comes with the bands that it is one of, and the unit of their edges where they are quantities. */
export type VerifyAnswer =
  | 'yes'
  | 'no'
  | 'unavailable'
  | { readonly band: number; readonly bands: Bands; readonly unit: QuantityUnit | null };

export type AskProviderRefusal =
  | UseRefusal
  | ProbingRefusal
  | NoBands
  | { readonly code: 'application.not-found' }
  | { readonly code: 'record.not-verified'; readonly item: string };

type Opened = {
  readonly asked: NewVerification;
  readonly question: Question;
  readonly unit: QuantityUnit | null;
  readonly known: VerificationOutcome | null;
};

/**
 * A bank asks a provider one question about the firm of an application, to be answered with yes, no or a band of the item. The consent is asked before the
 * question leaves and again before the answer is given; the probing guard counts each question; an answer that was got
 * under the same consent is given again for a day instead of a call. Never a figure comes back.
 */
export async function askProvider(
  actor: Actor,
  applicationId: string,
  { item, question }: ProviderQuestion,
): Promise<Result<VerifyAnswer, AskProviderRefusal>> {
  const bank = asInstitution(actor);
  const application = await withActor(actor, (tx) => findApplication(tx, applicationId));
  if (!application) return refuse({ code: 'application.not-found' });
  const read = useOf(application, item);
  const opened = await readUnderConsent(actor, { ...read, what: 'record.verification' }, (tx, permit) =>
    open(tx, bank, application, permit, { item, question }),
  );
  if (!opened.ok) return opened;
  if (!opened.value.ok) return opened.value;
  const { asked, known, question: full } = opened.value.value;
  if (known) return accept(answerOf(known, opened.value.value));
  const uscc = await withActor(actor, (tx) => findUscc(tx, application.enterpriseId), {
    subject: application.enterpriseId,
  });
  const bands = full.kind === 'band' ? full.bands : null;
  const body = { requestId: asked.id, uscc, item, ...wired(full), consentId: asked.consentId };
  const called = await askEndpoint(asked.providerId, asked.id, body, bands);
  return give(actor, bank, application, opened.value.value, called);
}

/** A question as it travels to a provider. */
function wired(question: Question) {
  const { kind } = question;
  if (kind === 'at-least') return { question: kind, amountFen: String(question.amount) };
  if (kind === 'band') return { question: kind, of: question.bands.of, edges: [...question.bands.edges] };
  return { question: kind };
}

const answerOf = ({ answer, band }: VerificationOutcome, { question, unit }: Opened): VerifyAnswer =>
  answer === 'band' && band !== null && question.kind === 'band'
    ? { band, bands: question.bands, unit }
    : (answer as 'yes' | 'no' | 'unavailable');

const useOf = ({ enterpriseId, id: applicationId }: Application, item: string) =>
  ({ enterpriseId, applicationId, purpose: 'pre-loan', items: [item], detail: 'answer' }) as const;

/** Writes the question down, if the provider answers such and the guard lets it through; finds an answer that holds. */
async function open(
  tx: Tx,
  bank: InstitutionPerson,
  { enterpriseId, id: applicationId }: Application,
  { consentId }: Permit,
  { item, question: wish }: ProviderQuestion,
): Promise<
  Result<Opened, ProbingRefusal | NoBands | { readonly code: 'record.not-verified'; readonly item: string }>
> {
  const { institutionId, userId, name: userName } = bank;
  const found = (await readCatalogue(tx, clock.today())).get(item);
  if (found?.mode !== 'verify') return refuse({ code: 'record.not-verified', item });
  const full = questionOn(found, wish);
  if (!full.ok) return full;
  const question = full.value;
  const unit = found.quantity?.unit ?? null;
  const at = clock.now();
  const { probing } = await readPrivacyDuties(tx, clock.today());
  const before = await verifiedSince(
    tx,
    enterpriseId,
    institutionId,
    new Date(at.getTime() - 30 * 86_400_000),
  );
  const guarded = checkProbing(before, { item, question: questionText(question) }, at, probing);
  if (!guarded.ok) {
    await alarmProbing(tx, bank, { enterpriseId, item }, guarded.refusal);
    return guarded;
  }
  const asked = {
    ...{ enterpriseId, id: randomUUID(), applicationId, institutionId, providerId: found.providerId },
    ...{ consentId, item, question: questionText(question), userId, userName, at },
  };
  await addVerification(tx, asked);
  return accept({ asked, question, unit, known: await repeatKnown(tx, asked) });
}

/** Gives an answer again that still holds; null when there is none. */
async function repeatKnown(tx: Tx, asked: NewVerification): Promise<VerificationOutcome | null> {
  const holds = await findKnownAnswer(tx, asked);
  if (!holds) return null;
  const { answer, band, question_id: repeats, good_until: goodUntil } = holds;
  const known = { ...outcomeOf(asked), answer, band, repeats, goodUntil };
  await addOutcome(tx, known);
  return known;
}

const outcomeOf = ({ enterpriseId, id, providerId, institutionId }: NewVerification) => ({
  ...{ enterpriseId, questionId: id, providerId, institutionId },
  ...{ band: null, cause: null, attempts: 0, tookMs: 0, repeats: null, goodUntil: null, at: clock.now() },
});

const writtenAs = (answer: AskedEndpoint['answer']): Pick<VerificationOutcome, 'answer' | 'band'> =>
  answer !== null && typeof answer === 'object'
    ? { answer: 'band', band: answer.band }
    : { answer: answer ?? 'unavailable', band: null };

/** The consent may have been withdrawn while the provider thought: then its answer is withheld. */
function give(
  actor: Actor,
  { institutionId, branchId = null }: InstitutionPerson,
  application: Application,
  opened: Opened,
  { answer, fault, attempts, tookMs }: AskedEndpoint,
): Promise<Result<VerifyAnswer, AskProviderRefusal>> {
  const { enterpriseId } = application;
  const { asked } = opened;
  const run = async (tx: Tx): Promise<Result<VerifyAnswer, AskProviderRefusal>> => {
    const continues = asked.consentId as ConsentId;
    const read = { ...useOf(application, asked.item), continues };
    const still = await permitUse(tx, { ...read, institutionId, branchId });
    const isAnswer = answer !== null && answer !== 'unavailable';
    const goodUntil = isAnswer ? new Date(clock.now().getTime() + answerHours * 3_600_000) : null;
    const outcome = { ...outcomeOf(asked), cause: fault, attempts, tookMs };
    const said: VerificationOutcome = still.ok
      ? { ...outcome, ...writtenAs(answer), goodUntil }
      : { ...outcome, answer: 'withheld', cause: still.refusal.code };
    await addOutcome(tx, said);
    const detail = { item: asked.item, attempts, fault, ...(!still.ok && { code: still.refusal.code }) };
    await appendAudit(tx, actor, {
      ...{ action: 'record.verified', enterpriseId, consentId: continues, detail },
      outcome: still.ok ? 'ok' : 'refused',
    });
    return still.ok ? accept(answerOf(said, opened)) : still;
  };
  return withActor(actor, run, { subject: enterpriseId });
}
