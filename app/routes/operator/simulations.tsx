import { useLoaderData } from '@remix-run/react';
import { accept } from '~/domain/kernel/result.ts';
import { asPerson } from '~/server/access/actor.ts';
import { command } from '~/server/http/command.ts';
import { view } from '~/server/http/view.ts';
import { simulationForm, simulationsQuery } from '~/server/policy/forms.ts';
import { listSimulations } from '~/server/policy/list-simulations.ts';
import { mostFileBytes } from '~/server/policy/loans-of-file.ts';
import { orderSimulation } from '~/server/policy/order-simulation.ts';
import { simulationText } from '~/text/policy-simulation.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { SimulationsPage } from '~/ui/policy/simulations-page.tsx';

const can = 'policy.simulate';

export const meta = pageTitle(simulationText, 'simulation.title');

export const loader = view({
  can,
  audit: null,
  query: simulationsQuery,
  load: async ({ actor, query: { scheme, version, draft } }) => ({
    ...(await listSimulations(actor)),
    chosen: draft ? `draft:${draft}` : scheme && version ? `${scheme}@${version}` : null,
    maxBytes: mostFileBytes,
  }),
});

export const action = command({
  can,
  audit: null,
  maxFileBytes: mostFileBytes,
  schema: simulationForm,
  run: async ({ actor, input: { file, pool = null, ...of } }) => {
    const content = file && new Uint8Array(await file.arrayBuffer());
    const ordered = await orderSimulation(asPerson(actor), {
      ...of,
      pool,
      file: content ? { name: file.name.slice(0, 200), content } : null,
    });
    if (!ordered.ok) return ordered;
    const to = `/operator/simulations/${ordered.value}`;
    return accept({ to, flash: { tone: 'success', message: 'simulation.flash.ordered' } });
  },
});

export default function Simulations() {
  return <SimulationsPage {...useLoaderData<typeof loader>()} />;
}
