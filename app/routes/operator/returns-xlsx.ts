import { returnFile } from '~/routes/return-route.ts';

export const loader = returnFile();
