import { bankOperations, bankSchemas } from '~/server/application/bank-operations.ts';
import { deskOperations, deskSchemas } from '~/server/application/desk-operations.ts';
import { needOperations, needSchemas } from '~/server/application/need-operations.ts';
import { view } from '~/server/http/view.ts';
import { publicOperations, publicSchemas } from '~/server/modelling/public-operations.ts';
import { caseOperations, caseSchemas } from '~/server/monitoring/case-operations.ts';
import { describeInterface } from '~/server/record/describe-interface.ts';

/** The interfaces for machines, of departments and of banks, in OpenAPI 3.1. */
export const loader = view({
  can: 'public',
  audit: null,
  headers: { 'cache-control': 'public, max-age=300' },
  load: async ({ request }) =>
    describeInterface(new URL(request.url).origin, {
      operations: {
        ...bankOperations,
        ...deskOperations,
        ...needOperations,
        ...caseOperations,
        ...publicOperations,
      },
      schemas: [...bankSchemas, ...deskSchemas, ...needSchemas, ...caseSchemas, ...publicSchemas],
    }),
});
