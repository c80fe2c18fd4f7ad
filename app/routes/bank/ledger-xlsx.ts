import { balancesFile } from '~/routes/ledger-views.ts';

export const loader = balancesFile('ledger.read-own');
