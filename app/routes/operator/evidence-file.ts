import { evidenceOfAny } from '~/routes/evidence-route.ts';

export const loader = evidenceOfAny();
