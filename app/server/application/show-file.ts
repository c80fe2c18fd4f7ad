import { isPaused } from '~/domain/application/application.ts';
import { mostOf } from '~/domain/application/authority.ts';
import type { Permit, UseRefusal } from '~/domain/consent/check-use.ts';
import { addDays } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution, type InstitutionPerson } from '~/server/access/actor.ts';
import { viewOfApplication } from '~/server/application/application-view.ts';
import { disburseUntil } from '~/server/application/disburse-until.ts';
import { fileActions } from '~/server/application/file-actions.ts';
import { proposalHash, proposalToJson, termsToJson } from '~/server/application/proposal-json.ts';
import { tradeForBank } from '~/server/application/show-trade.ts';
import { type Application, findApplication, offersFor, responseClocks } from '~/server/application/store.ts';
import { attachmentsOf } from '~/server/application/store-attachment.ts';
import { authoritiesOf, delegationsOf, interestedIn } from '~/server/application/store-authority.ts';
import { eventsOf } from '~/server/application/store-event.ts';
import {
  consentedFigures,
  consentedRecords,
  declarationOf,
  registrationOf,
} from '~/server/application/store-file.ts';
import { partiesOf } from '~/server/application/store-party.ts';
import { findLoanOf, personNames } from '~/server/application/store-people.ts';
import { clock } from '~/server/clock.ts';
import { readUnderConsent } from '~/server/consent/read-under-consent.ts';
import { humanReviewSince } from '~/server/consent/store-human-review.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { openBranches } from '~/server/institution/store-branch.ts';
import { readScore } from '~/server/score/read-score.ts';

export const fileTabs = ['overview', 'portrait', 'records', 'documents', 'timeline', 'as-of'] as const;
export type FileTab = (typeof fileTabs)[number];

const mostRecords = 400;

/**
 * An application as its bank sees it. Terms, steps and the public registration are the bank's own or public; everything
 * of the firm's comes through the consent, asked at this very read. When it was withdrawn between list and click the
 * page keeps what is lawful and says when (domain.md edge case 1).
 */
export async function showFile(
  actor: Actor,
  id: string,
  tab: FileTab,
): Promise<Result<BankFile, { readonly code: 'application.not-found' }>> {
  const bank = asInstitution(actor);
  const lawful = await withActor(actor, async (tx) => {
    const application = await findApplication(tx, id);
    return application && { application, page: await lawfulPart(tx, bank, application) };
  });
  if (!lawful) return refuse({ code: 'application.not-found' });
  const { application, page } = lawful;
  const isElsewhere = tab === 'timeline' || tab === 'portrait' || tab === 'as-of'; // the last two are reads of their own
  const opened = isElsewhere ? null : await openUnderConsent(actor, application, tab);
  return accept({ ...page, tab, access: opened });
}

async function lawfulPart(tx: Tx, bank: InstitutionPerson, application: Application) {
  const today = clock.today();
  const { offerDays } = await responseClocks(tx, today);
  const names = await personNames(tx, [application.makerId, application.checkerId]);
  const [offer] = await offersFor(tx, [application.id]);
  const staysOut = await interestedIn(tx, application.enterpriseId, [bank.userId, application.makerId]);
  const interested = staysOut.includes(bank.userId);
  return {
    application: {
      ...viewOfApplication(application),
      maker: application.makerId && (names.get(application.makerId) ?? null),
      checker: application.checkerId && (names.get(application.checkerId) ?? null),
      branchId: application.branchId,
      isMine: application.makerId === bank.userId,
      proposal: application.proposal && proposalToJson(application.proposal),
      proposalHash: application.proposal && proposalHash(application.proposal),
    },
    ...(await partiesOf(tx, application)),
    branches: bank.branchId ? [] : await openBranches(tx, [bank.institutionId]),
    registration: await registrationOf(tx, application.enterpriseId),
    peopleSince: (await humanReviewSince(tx, application.enterpriseId))?.toISOString() ?? null,
    offer: offer ? { ...termsToJson(offer), state: offer.state } : null,
    events: await eventsOf(tx, application.id),
    loanId: await findLoanOf(tx, application.id),
    now: clock.now().toISOString(),
    today,
    offerUntil: addDays(today, offerDays) as string,
    may: fileActions(bank, application, { interested, most: await mostFor(tx, bank, application) }),
    interested,
    makerStaysOut: application.makerId !== null && staysOut.includes(application.makerId),
    secondLookReason: application.state === 'second-look' ? application.secondLookReason : null,
    isPaused: isPaused(application),
    disburseUntil: await disburseUntil(tx, application),
  };
}

async function mostFor(tx: Tx, bank: InstitutionPerson, { institutionId }: Application) {
  const today = clock.today();
  const authorities = await authoritiesOf(tx, institutionId);
  return mostOf(bank.userId, authorities, await delegationsOf(tx, institutionId, today), today);
}

export type Access =
  | ({ readonly granted: true; readonly permit: Permit } & Awaited<ReturnType<typeof openedPart>>)
  | { readonly granted: false; readonly refusal: UseRefusal };

async function openUnderConsent(actor: Actor, application: Application, tab: FileTab): Promise<Access> {
  const { enterpriseId, id: applicationId } = application;
  const read = {
    enterpriseId,
    applicationId,
    purpose: 'pre-loan',
    items: 'granted',
    detail: 'granted',
    what: `application.${tab}`,
  } as const;
  const opened = await readUnderConsent(actor, read, async (tx, permit) => ({
    permit,
    ...(await openedPart(tx, application, permit, tab)),
  }));
  return opened.ok ? { granted: true, ...opened.value } : { granted: false, refusal: opened.refusal };
}

async function openedPart(tx: Tx, { enterpriseId, id }: Application, permit: Permit, tab: FileTab) {
  const isRows = permit.detail === 'detail';
  const question = { enterpriseId, which: 'current', reader: { permit } } as const;
  return {
    declaration: await declarationOf(tx, enterpriseId),
    score: tab === 'overview' && permit.detail !== 'summary' ? await readScore(tx, question) : null,
    records: tab === 'records' && isRows ? await consentedRecords(tx, enterpriseId, permit, mostRecords) : [],
    figures: tab === 'records' ? await consentedFigures(tx, enterpriseId, permit) : [],
    documents: tab === 'documents' ? await attachmentsOf(tx, id) : [],
    trades: tab === 'documents' ? await tradeForBank(enterpriseId, id) : [],
  };
}

export type BankFile = Awaited<ReturnType<typeof lawfulPart>> & {
  readonly tab: FileTab;
  readonly access: Access | null;
};
