import { randomUUID } from 'node:crypto';
import { checkFigures, type DeclaredFigures, type DeclareRefusal } from '~/domain/declaration/declaration.ts';
import { canonicalJson, sha256 } from '~/domain/kernel/hash.ts';
import { accept, type Result } from '~/domain/kernel/result.ts';
import { type Actor, asFirm, type FirmPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { knownFigures } from '~/server/declaration/known-figures.ts';
import { readDeclarationRules } from '~/server/declaration/read-rules.ts';
import {
  addDeclaration,
  lockDeclarations,
  moveDeclaration,
  standingOf,
  toDeclaration,
} from '~/server/declaration/store.ts';
import { signText } from '~/server/platform/signing.ts';
import { promiseText } from '~/text/declaration-promise.ts';

/**
 * The firm declares figures of a year under the credit promise of today (domain.md row A6): signed over figures and the
 * words of the promise; what was declared for the year before is replaced. A worker then enters the records.
 */
export function declare(actor: Actor, figures: DeclaredFigures): Promise<Result<string, DeclareRefusal>> {
  const firm = asFirm(actor);
  return withActor(actor, async (tx): Promise<Result<string, DeclareRefusal>> => {
    await lockDeclarations(tx, firm.enterpriseId);
    const today = clock.today();
    const rules = await readDeclarationRules(tx, today);
    const current = await standingOf(tx, firm.enterpriseId, figures.year);
    const known = new Set((await knownFigures(tx, firm.enterpriseId, figures.year)).keys());
    const checked = checkFigures(figures, {
      today,
      rules,
      known,
      current: current && toDeclaration(current),
    });
    if (!checked.ok) return checked;
    if (current) await moveDeclaration(tx, current, { state: 'replaced', endedAt: clock.now() });
    return accept(await sign(tx, firm, figures, rules.promise));
  });
}

async function sign(tx: Tx, firm: FirmPerson, figures: DeclaredFigures, promise: string): Promise<string> {
  const { enterpriseId, userId, name } = firm;
  const [id, at] = [randomUUID(), clock.now()];
  const { year, employees, revenue, assets, orders } = figures;
  const body = {
    declaration: id,
    enterpriseId,
    figures: { year, employees, ...written({ revenue, assets, orders }) },
    promise: { version: promise, text: promiseText[promise as keyof typeof promiseText]['zh-CN'] },
    signatory: { id: userId, name },
    signedAt: at.toISOString(),
  };
  const hash = sha256(canonicalJson(body));
  await addDeclaration(tx, {
    ...{ enterpriseId, id, figuresYear: year, employees },
    ...{ revenueFen: revenue, assetsFen: assets, ordersFen: orders },
    ...{ promiseVersion: promise, body, hash, ...signText(hash) },
    ...{ signedBy: userId, signerName: name, signedAt: at },
  });
  await recordChange(tx, firm, {
    kind: 'declaration.signed',
    enterpriseId,
    subjectId: id,
    payload: { year, promise, hash },
    jobs: [{ name: 'declaration.enter', payload: { enterpriseId, ref: id, at: 'signed' } }],
  });
  await appendAudit(tx, firm, {
    action: 'declaration.signed',
    enterpriseId,
    detail: { id, year, promise, hash },
  });
  return id;
}

/** Amounts as the signed text has them: fen in digits. */
const written = (amounts: { readonly [name: string]: bigint | null }) =>
  Object.fromEntries(
    Object.entries(amounts).map(([name, amount]) => [name, amount === null ? null : String(amount)]),
  );
