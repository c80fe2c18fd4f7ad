import { tokenEndpoint } from '~/server/http/token-endpoint.ts';

export const action = tokenEndpoint();
