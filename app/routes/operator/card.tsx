import { useLoaderData } from '@remix-run/react';
import { accept } from '~/domain/kernel/result.ts';
import { asPerson } from '~/server/access/actor.ts';
import { reachOf } from '~/server/access/policy.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { decideRole } from '~/server/modelling/decide-role.ts';
import { cardParams, decideForm, firmQuery, proposeForm } from '~/server/modelling/forms.ts';
import { proposeRole } from '~/server/modelling/propose-role.ts';
import { scoreOne } from '~/server/modelling/score-one.ts';
import { showCardModel } from '~/server/modelling/show-card-model.ts';
import { modellingText } from '~/text/modelling.ts';
import { CardPage } from '~/ui/modelling/card-page.tsx';
import type { CardShown } from '~/ui/modelling/card-shown.ts';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(modellingText, 'modelling.title');

export const loader = view({
  can: 'modelling.read',
  audit: null,
  params: cardParams,
  query: firmQuery,
  load: async ({ actor, params: { version }, query: { firm } }) => {
    const shown = await showCardModel(asPerson(actor), version);
    if (!shown.ok) return shown;
    const found = firm ? await scoreOne(actor, version, firm) : null;
    if (found && !found.ok) return found;
    const mayDecide = reachOf(actor, 'modelling.decide') !== null;
    return accept({ ...shown.value, found: found?.value ?? null, mayDecide });
  },
});

const decide = (outcome: 'approved' | 'refused') =>
  command({
    can: 'modelling.decide',
    audit: null,
    params: cardParams,
    schema: decideForm,
    run: async ({ actor, input: { id } }) => {
      const decided = await decideRole(asPerson(actor), id, outcome);
      if (!decided.ok) return decided;
      const to = `/operator/cards/${decided.value}`;
      return accept({ to, flash: { tone: 'success', message: `modelling.flash.${outcome}` } });
    },
  });

export const action = commands({
  propose: command({
    can: 'modelling.propose',
    audit: null,
    params: cardParams,
    schema: proposeForm,
    run: async ({ actor, params: { version }, input: { toRole, reason } }) => {
      const proposed = await proposeRole(asPerson(actor), { version, toRole, reason });
      if (!proposed.ok) return proposed;
      const to = `/operator/cards/${version}`;
      return accept({ to, flash: { tone: 'success', message: 'modelling.flash.proposed' } });
    },
  }),
  approve: decide('approved'),
  refuse: decide('refused'),
});

export default function CardOfInventory() {
  return <CardPage {...(useLoaderData<typeof loader>() as unknown as CardShown)} />;
}
