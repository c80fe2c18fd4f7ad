import { bankDueAt } from '~/domain/application/application.ts';
import { applicationStates } from '~/domain/application/state.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { InstitutionPerson } from '~/server/access/actor.ts';
import { proposalHash, proposalToJson } from '~/server/application/proposal-json.ts';
import { type Application, findApplication } from '~/server/application/store.ts';
import { type MachineRow, machineRows, messagesOf } from '~/server/application/store-machine.ts';
import { withActor } from '~/server/db/with-actor.ts';

const pageSize = 100;

const lineOf = (row: MachineRow) => ({
  id: row.id,
  state: row.state,
  firm: { name: row.firm, uscc: row.uscc },
  product: { id: row.productId, zh: row.productZh, en: row.productEn },
  amount: row.amountFen,
  termMonths: row.termMonths,
  purpose: row.purpose,
  renews: row.renews,
  submittedAt: row.submittedAt.toISOString(),
  dueAt: bankDueAt(row)?.toISOString() ?? null,
});

/** A page of the bank's applications for its own system: what the application and the register say, nothing under consent. */
export async function listForMachine(actor: InstitutionPerson, asked: URLSearchParams) {
  const wanted = asked.get('state');
  const state = applicationStates.find((known) => known === wanted) ?? null;
  const after = /^[0-9a-f-]{36}$/.exec(asked.get('after') ?? '')?.[0] ?? null;
  const rows = await withActor(actor, (tx) =>
    machineRows(tx, { institutionId: actor.institutionId, state, after, limit: pageSize + 1 }),
  );
  const shown = rows.slice(0, pageSize);
  return accept({
    applications: shown.map(lineOf),
    next: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null,
  });
}

const proposedOf = ({ proposal }: Application) =>
  proposal && { hash: proposalHash(proposal), ...proposalToJson(proposal) };

/** One application with what is proposed and its steps, each with its signature. */
export function readForMachine(
  actor: InstitutionPerson,
  id: string,
): Promise<
  Result<
    ReturnType<typeof lineOf> & {
      readonly proposal: ReturnType<typeof proposedOf>;
      readonly steps: Awaited<ReturnType<typeof messagesOf>>;
    },
    { readonly code: 'application.not-found' }
  >
> {
  return withActor(actor, async (tx) => {
    const found = await findApplication(tx, id);
    const [row] = found
      ? await machineRows(tx, { institutionId: actor.institutionId, only: id, limit: 1 })
      : [];
    if (!row || !found) return refuse({ code: 'application.not-found' });
    return accept({ ...lineOf(row), proposal: proposedOf(found), steps: await messagesOf(tx, id) });
  });
}
