import { statementFile } from '~/routes/ledger-views.ts';

export const loader = statementFile('ledger.read');
