import type { Permit, UseRefusal } from '~/domain/consent/check-use.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution, system } from '~/server/access/actor.ts';
import { type Application, findApplication } from '~/server/application/store.ts';
import { tradesWith } from '~/server/application/store-trade.ts';
import { clock } from '~/server/clock.ts';
import { readUnderConsent } from '~/server/consent/read-under-consent.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { membersInDefault } from '~/server/overview/members-in-default.ts';
import { readGraph } from '~/server/overview/read-graph.ts';
import { type Face, faceOf, type Portrait } from '~/server/overview/show-portrait.ts';
import { scoreTrend } from '~/server/overview/store-portrait.ts';
import { readScore } from '~/server/score/read-score.ts';
import { evaluationConsent } from '~/server/score/store.ts';

export type BankPortrait = Portrait & { readonly isClosed: boolean };

type Refusal = UseRefusal | { readonly code: 'application.not-found' };

/**
 * The portrait of an application's firm for its bank, under the consent asked at this very read: score and trend as far as
 * the consent opens them, the place of the public score, and the ties by public records and by the claims that go with the
 * application. A consent to sums alone (`isClosed`) opens no score.
 */
export async function showBankPortrait(actor: Actor, id: string): Promise<Result<BankPortrait, Refusal>> {
  asInstitution(actor);
  const application = await withActor(actor, (tx) => findApplication(tx, id));
  if (!application) return refuse({ code: 'application.not-found' });
  const { enterpriseId } = application;
  const opened = await readUnderConsent(
    actor,
    {
      enterpriseId,
      applicationId: id,
      purpose: 'pre-loan',
      items: 'granted',
      detail: 'granted',
      what: 'application.portrait',
    },
    async (tx, permit) => ({
      face: await faceUnderConsent(tx, application, permit),
      isClosed: permit.detail === 'summary',
    }),
  );
  if (!opened.ok) return opened;
  const { face, isClosed } = opened.value;
  const claims = await withActor(system('application.trade-shown'), (tx) => tradesWith(tx, enterpriseId, id));
  const graph = await readGraph({ id: enterpriseId, name: face.firm }, claims);
  const members = await membersInDefault(actor, enterpriseId, graph);
  return accept({ ...face, ...graph, members, isClosed });
}

async function faceUnderConsent(tx: Tx, { enterpriseId }: Application, permit: Permit): Promise<Face> {
  if (permit.detail === 'summary') return { ...(await faceOf(tx, enterpriseId, null, [])), placements: [] };
  const score = await readScore(tx, { enterpriseId, which: 'current', reader: { permit } });
  if (!score) return faceOf(tx, enterpriseId, null, []);
  const trend = await scoreTrend(
    tx,
    enterpriseId,
    score.scope === 'public'
      ? { scope: 'public' }
      : { scope: 'full', consentId: await evaluationConsent(tx, enterpriseId, clock.now()) },
  );
  return faceOf(tx, enterpriseId, score, trend);
}
