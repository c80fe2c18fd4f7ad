import { randomUUID } from 'node:crypto';
import { workingDeadline } from '~/domain/application/clock.ts';
import { findingsFor } from '~/domain/application/pre-check.ts';
import { dayAt } from '~/domain/kernel/day.ts';
import type { ApplicationId, BranchId, ConsentId, InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asFirm, type FirmPerson } from '~/server/access/actor.ts';
import {
  type Checked,
  checkSubmission,
  type Submission,
  type SubmitRefusal,
} from '~/server/application/check-submission.ts';
import { consentFor, signFor } from '~/server/application/consent-for.ts';
import {
  type Application,
  insertApplication,
  responseClocks,
  toApplication,
} from '~/server/application/store.ts';
import { addAttachments } from '~/server/application/store-attachment.ts';
import type { Applied } from '~/server/application/store-party.ts';
import { writeStep } from '~/server/application/write-step.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { holdOpen } from '~/server/institution/store-branch.ts';
import { findNeed } from '~/server/need/store.ts';
import { type KeptDocument, keepDocuments } from '~/server/platform/keep-documents.ts';

/**
 * Applies to several products at once: one application per bank and product, each behind a consent of its own, signed
 * in the same step where none is in force. All or nothing; one live application per product (domain.md B2, E4, F1).
 */
export async function submitApplications(
  actor: Actor,
  input: Submission,
): Promise<Result<ApplicationId[], SubmitRefusal>> {
  const firm = asFirm(actor);
  const possible = await withActor(actor, (tx) => checkSubmission(tx, firm, input));
  if (!possible.ok) return possible;
  const kept = await keepDocuments(input.documents);
  if (!kept.ok) return kept;
  return withActor(actor, async (tx) => {
    const checked = await checkSubmission(tx, firm, input);
    if (!checked.ok) return checked;
    const ids: ApplicationId[] = [];
    const { products, findings, branchOf } = checked.value;
    if (!(await areHeld(tx, products, branchOf))) return refuse({ code: 'institution.branch-not-found' });
    const wish = { ...input, findings, branchOf };
    for (const product of products) ids.push(await submitOne(tx, firm, wish, product, kept.value));
    return accept(ids);
  });
}

/** Whether every branch that an application goes to is open, and stays so until the transaction ends. */
async function areHeld(
  tx: Tx,
  products: readonly Applied[],
  branchOf: Checked['branchOf'],
): Promise<boolean> {
  const ids = new Set(products.flatMap(({ institutionId }) => branchOf(institutionId).branchId ?? []));
  return (await holdOpen(tx, [...ids])).length === ids.size;
}

async function submitOne(
  tx: Tx,
  firm: FirmPerson,
  input: Submission & Omit<Checked, 'products'>,
  product: Applied,
  documents: readonly KeptDocument[],
): Promise<ApplicationId> {
  const to = input.branchOf(product.institutionId);
  const consentId =
    (await consentFor(tx, firm, product, to)) ?? (await signFor(tx, firm, product, input.consent, to));
  const { branchId } = to;
  const application = await addApplication(tx, firm, input, product, { consentId, branchId });
  const by = { uploadedBy: firm.userId, uploadedAt: application.submittedAt };
  await addAttachments(
    tx,
    application,
    documents.map((d) => ({ ...d, id: randomUUID() })),
    by,
  );
  const facts = {
    amountFen: String(input.amountFen),
    termMonths: input.termMonths,
    documents: documents.length,
    consentId,
    checks: findingsFor(input.findings, product.institutionId as InstitutionId).map(
      ({ check, effect, facts: quoted }) => ({ check, effect, facts: quoted }),
    ),
  };
  const at = application.submittedAt;
  await writeStep(tx, firm, { application, name: 'submitted', from: null, at, isBankStep: false, facts });
  return application.id;
}

async function addApplication(
  tx: Tx,
  firm: FirmPerson,
  input: Submission,
  product: Applied,
  { consentId, branchId }: { readonly consentId: ConsentId; readonly branchId: BranchId | null },
): Promise<Application> {
  const at = clock.now();
  const clocks = await responseClocks(tx, dayAt(at));
  const need = await findNeed(tx, firm.enterpriseId, input.needId);
  if (!need) throw new Error('the need of a checked submission is gone');
  const row = await insertApplication(tx, {
    id: randomUUID(),
    enterpriseId: firm.enterpriseId,
    institutionId: product.institutionId,
    branchId,
    productId: product.id,
    needId: input.needId,
    consentId,
    amountFen: input.amountFen,
    termMonths: input.termMonths,
    purpose: input.renewal ? 'renewal' : need.purpose,
    ...(input.renewal && { renewsLoanId: input.renewal.loanId }),
    collateral: [...need.collateral],
    state: 'submitted',
    submittedBy: firm.userId,
    submittedAt: at,
    pickupDueAt: workingDeadline(at, clocks.pickupWorkingDays),
    decisionDueAt: workingDeadline(at, clocks.decisionWorkingDays),
  });
  return toApplication(row);
}
