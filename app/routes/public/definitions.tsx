import { view } from '~/server/http/view.ts';
import { metricText } from '~/text/metric.ts';
import { DefinitionsPage } from '~/ui/overview/definitions-page.tsx';
import { pageTitle } from '~/ui/page-title.ts';

export const meta = pageTitle(metricText, 'metric.title');

export const loader = view({ can: 'overview.definitions', audit: null, load: async () => ({}) });

export default function Definitions() {
  return <DefinitionsPage />;
}
