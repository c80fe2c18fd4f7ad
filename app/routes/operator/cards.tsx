import { useLoaderData } from '@remix-run/react';
import { accept } from '~/domain/kernel/result.ts';
import { asPerson } from '~/server/access/actor.ts';
import { command, commands } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { importForm, monitorForm, mostCardBytes, trainForm } from '~/server/modelling/forms.ts';
import { importCard } from '~/server/modelling/import-card.ts';
import { listCards } from '~/server/modelling/list-cards.ts';
import { orderMonitoring } from '~/server/modelling/order-monitoring.ts';
import { orderTraining } from '~/server/modelling/order-training.ts';
import { modellingText } from '~/text/modelling.ts';
import { CardsPage } from '~/ui/modelling/cards-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(modellingText, 'modelling.title');

export const loader = view({
  can: 'modelling.read',
  audit: null,
  load: async ({ actor }) => ({ ...(await listCards(actor)), maxBytes: mostCardBytes }),
});

export const action = commands({
  import: command({
    can: 'modelling.propose',
    audit: null,
    maxFileBytes: mostCardBytes,
    schema: importForm,
    run: async ({ actor, input: { file, version, purpose } }) => {
      const taken = await importCard(asPerson(actor), { text: await file.text(), version, purpose });
      if (!taken.ok) return taken;
      const to = `/operator/cards/${taken.value}`;
      return accept({ to, flash: { tone: 'success', message: 'modelling.flash.imported' } });
    },
  }),
  train: command({
    can: 'modelling.propose',
    audit: null,
    schema: trainForm,
    run: async ({ actor, input: { version, purpose, monotone } }) => {
      const ordered = await orderTraining(asPerson(actor), { version, purpose, monotone });
      if (!ordered.ok) return ordered;
      return accept({
        to: '/operator/cards',
        flash: { tone: 'success', message: 'modelling.flash.training' },
      });
    },
  }),
  monitor: command({
    can: 'modelling.propose',
    audit: null,
    schema: monitorForm,
    run: async ({ actor }) => {
      await orderMonitoring(actor);
      return accept({
        to: '/operator/cards',
        flash: { tone: 'success', message: 'modelling.flash.ordered' },
      });
    },
  }),
});

export default function Cards() {
  return <CardsPage {...useLoaderData<typeof loader>()} />;
}
