import { monthFile } from '~/routes/month-route.ts';

export const loader = monthFile('loan.read-portfolio');
