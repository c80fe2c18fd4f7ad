import { randomUUID } from 'node:crypto';
import type { Permit, UseRefusal } from '~/domain/consent/check-use.ts';
import type { ConsentId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { checkProbing, type ProbingRefusal, type Question, questionText } from '~/domain/privacy/question.ts';
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

export type ProviderQuestion = { readonly item: string; readonly question: Question };
export type VerifyAnswer = 'yes' | 'no' | 'unavailable';

export type AskProviderRefusal =
  | UseRefusal
  | ProbingRefusal
  | { readonly code: 'application.not-found' }
  | { readonly code: 'record.not-verified'; readonly item: string };

type Opened = { readonly asked: NewVerification; readonly known: VerificationOutcome | null };

/**
 * A bank asks a provider one yes-or-no question about the firm of an application. The consent is asked before the
 * question leaves and again before the answer is given; the probing guard counts each question; an answer that was got
 * under the same consent is given again for a day instead of a call. Nothing but yes, no or unavailable comes back.
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
  const { asked, known } = opened.value.value;
  if (known) return accept(known.answer as VerifyAnswer);
  const uscc = await withActor(actor, (tx) => findUscc(tx, application.enterpriseId), {
    subject: application.enterpriseId,
  });
  const amount = question.kind === 'at-least' ? { amountFen: String(question.amount) } : {};
  const called = await askEndpoint(asked.providerId, asked.id, {
    ...{ requestId: asked.id, uscc, item, question: question.kind, ...amount },
    consentId: asked.consentId,
  });
  return give(actor, bank, application, asked, called);
}

const useOf = ({ enterpriseId, id: applicationId }: Application, item: string) =>
  ({ enterpriseId, applicationId, purpose: 'pre-loan', items: [item], detail: 'answer' }) as const;

/** Writes the question down, if the provider answers such and the guard lets it through; finds an answer that holds. */
async function open(
  tx: Tx,
  bank: InstitutionPerson,
  { enterpriseId, id: applicationId }: Application,
  { consentId }: Permit,
  { item, question }: ProviderQuestion,
): Promise<Result<Opened, ProbingRefusal | { readonly code: 'record.not-verified'; readonly item: string }>> {
  const { institutionId, userId, name: userName } = bank;
  const found = (await readCatalogue(tx, clock.today())).get(item);
  if (found?.mode !== 'verify') return refuse({ code: 'record.not-verified', item });
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
  const holds = await findKnownAnswer(tx, asked);
  if (!holds) return accept({ asked, known: null });
  const { answer, question_id: repeats, good_until: goodUntil } = holds;
  const known = { ...outcomeOf(asked), answer, repeats, goodUntil };
  await addOutcome(tx, known);
  return accept({ asked, known });
}

const outcomeOf = ({ enterpriseId, id, providerId, institutionId }: NewVerification) => ({
  ...{ enterpriseId, questionId: id, providerId, institutionId },
  ...{ cause: null, attempts: 0, tookMs: 0, repeats: null, goodUntil: null, at: clock.now() },
});

/** The consent may have been withdrawn while the provider thought: then its answer is withheld. */
function give(
  actor: Actor,
  { institutionId }: InstitutionPerson,
  application: Application,
  asked: NewVerification,
  { answer, fault, attempts, tookMs }: AskedEndpoint,
): Promise<Result<VerifyAnswer, AskProviderRefusal>> {
  const { enterpriseId } = application;
  const run = async (tx: Tx): Promise<Result<VerifyAnswer, AskProviderRefusal>> => {
    const still = await permitUse(tx, { ...useOf(application, asked.item), institutionId });
    const given = answer ?? 'unavailable';
    const isAnswer = given !== 'unavailable';
    const goodUntil = isAnswer ? new Date(clock.now().getTime() + answerHours * 3_600_000) : null;
    const outcome = { ...outcomeOf(asked), cause: fault, attempts, tookMs };
    await addOutcome(
      tx,
      still.ok
        ? { ...outcome, answer: given, goodUntil }
        : { ...outcome, answer: 'withheld', cause: still.refusal.code },
    );
    const detail = { item: asked.item, attempts, fault, ...(!still.ok && { code: still.refusal.code }) };
    const consentId = asked.consentId as ConsentId;
    await appendAudit(tx, actor, {
      ...{ action: 'record.verified', enterpriseId, consentId, detail },
      outcome: still.ok ? 'ok' : 'refused',
    });
    return still.ok ? accept(given) : still;
  };
  return withActor(actor, run, { subject: enterpriseId });
}
