import { useLoaderData } from '@remix-run/react';
import { view } from '~/server/http/view.ts';
import { draftParams } from '~/server/policy/forms.ts';
import { showSimulation } from '~/server/policy/show-simulation.ts';
import { simulationText } from '~/text/policy-simulation.ts';
import { pageTitle } from '~/ui/page-title.ts';
import { SimulationPage, type SimulationPageProps } from '~/ui/policy/simulation-page.tsx';

export const meta = pageTitle(simulationText, 'simulation.title');

export const loader = view({
  can: 'policy.simulate',
  audit: null,
  params: draftParams,
  load: ({ actor, params: { id } }) => showSimulation(actor, id),
});

export default function Simulation() {
  return <SimulationPage {...(useLoaderData<typeof loader>() as unknown as SimulationPageProps)} />;
}
