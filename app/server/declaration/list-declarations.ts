import { type DeclaredElement, declaredElements, differencePpm } from '~/domain/declaration/declaration.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type DeclarationShown, declarationView } from '~/server/declaration/declaration-view.ts';
import { knownFigures } from '~/server/declaration/known-figures.ts';
import { readDeclarationRules } from '~/server/declaration/read-rules.ts';
import { type DeclarationRow, toDeclaration } from '~/server/declaration/store.ts';
import { countDoubted, type DeskState, firmsNamed, listDeclared } from '~/server/declaration/store-desk.ts';

const pageSize = 20;

/**
 * The data desk's list of declarations. Where a public body has supplied the same figure since, it stands beside the
 * declared one if they lie further apart than the rules allow: the firm agreed to that comparison with its promise.
 */
export function listDeclarations(
  actor: Actor,
  { state, after }: { readonly state: DeskState; readonly after?: string | undefined },
) {
  return withActor(actor, async (tx) => {
    const rows = await listDeclared(tx, state, after, pageSize + 1);
    const shown = rows.slice(0, pageSize);
    const firms = new Map(
      (
        await firmsNamed(
          tx,
          shown.map((row) => row.enterpriseId),
        )
      ).map((firm) => [firm.id, firm]),
    );
    const { differencePpm: most } = await readDeclarationRules(tx, clock.today());
    const declarations: (DeclarationShown & Beside)[] = [];
    for (const row of shown)
      declarations.push({
        ...declarationView(row),
        firmId: row.enterpriseId,
        firm: firms.get(row.enterpriseId)?.name ?? '',
        uscc: firms.get(row.enterpriseId)?.uscc ?? null,
        isMine: row.doubtedBy === asPerson(actor).userId,
        apart: row.state === 'in-force' || row.state === 'doubted' ? await apartOf(tx, row, most) : [],
      });
    const last = rows.length > pageSize ? shown.at(-1) : undefined;
    return {
      declarations,
      state,
      doubted: await countDoubted(tx),
      next: last ? `${last.enterpriseId}.${last.id}` : null,
    };
  });
}

type Apart = {
  readonly element: DeclaredElement;
  readonly provider: { readonly zh: string; readonly en: string };
  readonly amountFen: string | null;
  readonly quantity: number | null;
  readonly ppm: number;
};

type Beside = {
  readonly firmId: string;
  readonly firm: string;
  readonly uscc: string | null;
  /** Whether the reader raised the doubt, and so does not decide about it. */
  readonly isMine: boolean;
  readonly apart: readonly Apart[];
};

async function apartOf(tx: Tx, row: DeclarationRow, most: number): Promise<Apart[]> {
  const declared = toDeclaration(row);
  const known = await knownFigures(tx, row.enterpriseId as EnterpriseId, declared.year);
  return declaredElements.flatMap((element) => {
    const official = known.get(element);
    if (!official) return [];
    const { provider, amountFen, quantity } = official;
    const own = declared[element];
    const theirs = amountFen === null ? quantity : BigInt(amountFen);
    const ppm = differencePpm(own === null ? null : BigInt(own), theirs === null ? null : BigInt(theirs));
    return ppm !== null && ppm > most ? [{ element, provider, amountFen, quantity, ppm }] : [];
  });
}
