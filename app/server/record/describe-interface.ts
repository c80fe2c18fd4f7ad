import { z } from 'zod';
import { apiScopes, tokenSeconds } from '~/domain/institution/api-scope.ts';
import { withdrawalOperations, withdrawalSchemas } from '~/server/consent/withdrawal-operations.ts';
import type { Operation } from '~/server/http/machine.ts';
import { maxBodyBytes, requestsPerMinute } from '~/server/http/machine.ts';
import { namedSchemas, operations } from '~/server/record/push-operations.ts';
import { uploadOperations, uploadSchemas } from '~/server/record/upload-operations.ts';

type AnyOperation = Operation<unknown, unknown>;
type Json = { [name: string]: unknown };

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string(),
  })
  .meta({ id: 'Problem' });

/** Operations of a later stage, with the schemas that have a name. */
type Further = { readonly operations: object; readonly schemas: readonly z.ZodType[] };

/** The interface of providers, recipients and what stands beside it, in OpenAPI 3.1, made of the schemas that the routes themselves check by. */
export function describeInterface(origin: string, further: Further = { operations: {}, schemas: [] }): Json {
  const all = Object.values({
    ...operations,
    ...uploadOperations,
    ...withdrawalOperations,
    ...further.operations,
  }) as unknown as readonly AnyOperation[];
  const registry = z.registry<{ id: string }>();
  const named = [problemSchema, ...namedSchemas, ...uploadSchemas, ...withdrawalSchemas, ...further.schemas];
  for (const schema of named) registry.add(schema, { id: String(schema.meta()?.id) });
  const uri = (id: string) => `#/components/schemas/${id}`;
  const { schemas } = z.toJSONSchema(registry, { uri, target: 'draft-2020-12', io: 'input' });
  const paths: Json = { '/api/v1/token': { post: tokenOperation } };
  for (const each of all) {
    const known = (paths[each.path] ?? {}) as Json;
    paths[each.path] = { ...known, [each.method.toLowerCase()]: operationOf(each) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Xinqiao interface for machines', version: '1', description: limits },
    servers: [{ url: origin }],
    paths,
    components: {
      schemas: Object.fromEntries(
        Object.entries(schemas).map(([id, schema]) => [id, withoutId(schema as Json)]),
      ),
      securitySchemes: { client: { type: 'oauth2', flows: { clientCredentials } } },
    },
  };
}

const limits = `At most ${requestsPerMinute} requests a minute for one client and ${maxBodyBytes} bytes a request. A token holds for ${tokenSeconds} seconds.`;

const clientCredentials = {
  tokenUrl: '/api/v1/token',
  scopes: Object.fromEntries(apiScopes.map((scope) => [scope, scope])),
};

const withoutId = ({ $id: _, $schema: __, ...schema }: Json): Json => schema;

/** A reference where the schema has a name, else the schema itself; named ones within it are references as well. */
function schemaOf(schema: z.ZodType): Json {
  const id = schema.meta()?.id as string | undefined;
  if (id) return { $ref: `#/components/schemas/${id}` };
  const json = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' }) as Json;
  const text = JSON.stringify(withoutId(json)).replaceAll('#/$defs/', '#/components/schemas/');
  const { $defs: _, ...plain } = JSON.parse(text) as Json;
  return plain;
}

const content = (schema: z.ZodType) => ({ 'application/json': { schema: schemaOf(schema) } });
const problems = {
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};
const says: { readonly [status: string]: string } = {
  400: 'The request is not as described',
  401: 'No token that holds',
  403: 'The token lacks the scope',
  404: 'Not there, or not yours',
  409: 'The key was used for another request',
  422: 'Refused, and why',
  429: 'Too many requests; Retry-After says when to come again',
};

const octets = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } };

/** What may or must stand behind the question mark. */
const inQuery = ({ query, filters = {} }: AnyOperation): Json[] => [
  ...(query ? [{ ...query, in: 'query', required: true, schema: { type: 'integer', minimum: 0 } }] : []),
  ...Object.entries(filters).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema: schemaOf(schema),
  })),
];

/** A step that a bank with a key of its own states with its signature. */
const ownSignature: readonly Json[] = [
  {
    name: 'Bank-Day',
    in: 'header',
    required: false,
    description: 'Your business day, today or yesterday; needed where the client registered a public key',
    schema: { type: 'string', format: 'date' },
  },
  {
    name: 'Bank-Signature',
    in: 'header',
    required: false,
    description:
      'Needed where the client registered a public key: Ed25519, base64, over eight lines joined by a line feed, without one at the end: xinqiao-bank-message/1, the application, the client, the state after the step, the amount in fen (of the proposed terms, else asked for), Bank-Day, Idempotency-Key, SHA-256 of the body in hexadecimal (empty where the operation has no body)',
    schema: { type: 'string' },
  },
];

function operationOf(of: AnyOperation): Json {
  const { id, summary, scope, body, response, status, once, path } = of;
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    schema: { type: 'string', minLength: 8, maxLength: 100 },
  };
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', format: 'uuid' },
  }));
  const failures = Object.entries(says).map(([code, description]) => [code, { description, ...problems }]);
  return {
    operationId: id,
    summary,
    security: [{ client: [scope] }],
    parameters: [...inPath, ...inQuery(of), ...(once ? [key] : []), ...(of.signed ? ownSignature : [])],
    ...(body && { requestBody: { required: true, content: content(body) } }),
    ...(of.octets && { requestBody: { required: true, content: octets } }),
    responses: {
      [status]: { description: summary, content: content(response) },
      ...Object.fromEntries(failures),
    },
  };
}

const tokenOperation = {
  operationId: 'getToken',
  summary: 'A token for a client that proves its secret (RFC 6749 4.4)',
  security: [],
  requestBody: {
    required: true,
    content: {
      'application/x-www-form-urlencoded': {
        schema: {
          type: 'object',
          required: ['grant_type', 'client_id', 'client_secret'],
          properties: {
            grant_type: { const: 'client_credentials' },
            client_id: { type: 'string', format: 'uuid' },
            client_secret: { type: 'string' },
            scope: {
              type: 'string',
              description: 'scopes with blanks between them; left out, all of the client',
            },
          },
        },
      },
    },
  },
  responses: {
    200: {
      description: 'The token',
      content: {
        'application/json': {
          schema: {
            type: 'object',
            required: ['access_token', 'token_type', 'expires_in', 'scope'],
            properties: {
              access_token: { type: 'string' },
              token_type: { const: 'Bearer' },
              expires_in: { type: 'integer' },
              scope: { type: 'string' },
            },
          },
        },
      },
    },
    400: { description: 'invalid_request, invalid_scope or unsupported_grant_type' },
    401: { description: 'invalid_client' },
    429: { description: 'Too many wrong secrets' },
  },
};
