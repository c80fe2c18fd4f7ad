import { type DeclaredElement, declarableYears } from '~/domain/declaration/declaration.ts';
import { promiseItem } from '~/domain/declaration/declared-fact.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { declarationView } from '~/server/declaration/declaration-view.ts';
import { knownFigures } from '~/server/declaration/known-figures.ts';
import { readDeclarationRules } from '~/server/declaration/read-rules.ts';
import { declarationsOf } from '~/server/declaration/store.ts';

/** The firm's page: what it declared, what it may declare of a year, what it need not because a public body gave it. */
export function showDeclarations(actor: Actor, wanted: number | undefined) {
  const firm = asFirm(actor);
  return withActor(actor, async (tx) => {
    const rules = await readDeclarationRules(tx, clock.today());
    const years = declarableYears(clock.today(), rules);
    const year = years.find((each) => each === wanted) ?? (years[0] as number);
    const declarations = (await declarationsOf(tx, firm.enterpriseId)).map(declarationView);
    const known = await knownFigures(tx, firm.enterpriseId, year);
    return {
      years,
      year,
      declarations,
      known: [...known].map(([element, { provider, item, amountFen, quantity, knownOn }]) => ({
        ...{ element: element as DeclaredElement, provider, item, amountFen, quantity, knownOn },
      })),
      current: declarations.find((each) => each.year === year && each.isStanding) ?? null,
      promise: rules.promise,
      promiseItem,
      maySign: firm.role === 'owner',
    };
  });
}
