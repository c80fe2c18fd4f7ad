import { useLoaderData } from '@remix-run/react';
import { homeOf } from '~/server/access/policy.ts';
import { view } from '~/server/http/view.ts';
import { showLanding } from '~/server/overview/show-landing.ts';
import { zoneWords } from '~/text/product-words.ts';
import { Landing } from '~/ui/public/landing.tsx';
import { useLocale } from '~/ui/text.ts';

export const loader = view({
  can: 'public',
  audit: null,
  load: async ({ actor }) => ({
    ...(await showLanding()),
    desk: actor.kind === 'person' ? homeOf(actor.role) : null,
  }),
});

export default function HomePage() {
  const { figures, zones, desk } = useLoaderData<typeof loader>();
  const locale = useLocale();
  const entries = zones.map(({ zone, count }) => ({
    key: zone,
    label: zoneWords[zone as keyof typeof zoneWords]?.[locale] ?? zone,
    products: count,
    to: `/products?zone=${zone}`,
  }));
  return <Landing figures={figures} zones={entries} desk={desk ?? undefined} />;
}
