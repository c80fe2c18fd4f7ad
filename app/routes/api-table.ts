import { type RouteConfigEntry, route } from '@remix-run/route-config';

/** /api: for machines. */
export const apiRoutes: RouteConfigEntry[] = [
  route('industries', 'routes/api/industries.ts'),
  route('regions', 'routes/api/regions.ts'),
  route('credit-code', 'routes/api/credit-code.ts'),
  route('openapi.json', 'routes/api/openapi.ts'),
  route('v1/token', 'routes/api/token.ts'),
  route('v1/items', 'routes/api/items.ts'),
  route('v1/applications', 'routes/api/applications.ts'),
  route('v1/applications/:id', 'routes/api/application.ts'),
  route('v1/applications/:id/pick-up', 'routes/api/application-pick-up.ts'),
  route('v1/applications/:id/proposal', 'routes/api/application-proposal.ts'),
  route('v1/applications/:id/decision', 'routes/api/application-decision.ts'),
  route('v1/applications/:id/contract', 'routes/api/application-contract.ts'),
  route('v1/applications/:id/disbursement', 'routes/api/application-disbursement.ts'),
  route('v1/public-firms', 'routes/api/public-firms.ts'),
  route('v1/withdrawals', 'routes/api/withdrawals.ts'),
  route('v1/withdrawals/:id/acknowledgements', 'routes/api/withdrawal-acknowledgements.ts'),
  route('v1/batches', 'routes/api/batches.ts'),
  route('v1/batches/:id', 'routes/api/batch.ts'),
  route('v1/batches/:id/rejects', 'routes/api/batch-rejects.ts'),
  route('v1/batches/:id/replays', 'routes/api/batch-replays.ts'),
  route('v1/uploads', 'routes/api/uploads.ts'),
  route('v1/uploads/:id', 'routes/api/upload.ts'),
  route('v1/uploads/:id/parts', 'routes/api/upload-parts.ts'),
  route('v1/uploads/:id/finish', 'routes/api/upload-finish.ts'),
];
