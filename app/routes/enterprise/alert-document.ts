import { caseDocument } from '~/routes/case-document-route.ts';

export const loader = caseDocument('alert.read-own');
