import { evidenceOfOwn } from '~/routes/evidence-route.ts';

export const loader = evidenceOfOwn();
