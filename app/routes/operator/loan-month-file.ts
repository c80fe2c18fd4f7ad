import { monthFile } from '~/routes/month-route.ts';

export const loader = monthFile('overview.funded-firms');
