import { qualityFile } from '~/routes/quality-route.ts';

export const loader = qualityFile();
