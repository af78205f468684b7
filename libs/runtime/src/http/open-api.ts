import type { INestApplication } from '@nestjs/common';
import { ApiProperty, DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { IS_ISO8601, getMetadataStorage } from 'class-validator';
import { validationMetadatasToSchemas } from 'class-validator-jsonschema';
import { viewSchemas } from '#libs/contracts';
import { problem } from './problem.js';

type Schema = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];
type Operation = {
  operationId?: string;
  tags?: string[];
  parameters?: object[];
  requestBody?: { content: Record<string, { schema?: { $ref?: string }; example?: unknown }> };
  responses?: Record<string, unknown>;
  security?: object[];
  'x-policy'?: string;
  'x-unkeyed'?: boolean;
};

const verbs = ['get', 'post', 'patch', 'delete'] as const;
const reference = '#/components/schemas/';

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  description: 'A new one for each new command; the same one repeats the first answer.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
};
const ifMatch = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'The ETag of the version you saw.',
  schema: { type: 'string', examples: ['"3"'] },
};

/**
 * The OpenAPI document of all these applications together. Bodies and queries are the classes that validate them; every
 * operation carries the action of the policy table that it is (`x-policy`).
 */
export function writeOpenApi(apps: readonly INestApplication[]): OpenAPIObject {
  const schemas = schemasOfClasses();
  describeQueries(schemas);
  const config = new DocumentBuilder()
    .setTitle('Leerbrug')
    .setDescription('Schools ask, partners offer, the coordinator brings them together.')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth()
    .build();
  const documents = apps.map((app) => SwaggerModule.createDocument(app, config));
  const paths: OpenAPIObject['paths'] = {};
  for (const [path, item] of documents.flatMap((document) => Object.entries(document.paths))) {
    // The gateway and a service may answer one address, each by verbs of its own.
    if (!path.startsWith('/internal')) paths[path] = { ...paths[path], ...item };
  }
  for (const [path, item] of Object.entries(paths)) {
    for (const verb of verbs) {
      const operation = item[verb] as Operation | undefined;
      if (operation) complete(operation, verb, path, schemas);
    }
  }
  const used = reachable(paths, schemas);
  return {
    ...(documents[0] as OpenAPIObject),
    paths,
    components: { ...documents[0]?.components, schemas: used },
  };
}

function schemasOfClasses(): Record<string, Schema> {
  const schemas = validationMetadatasToSchemas({
    classTransformerMetadataStorage: defaultMetadataStorage,
    refPointerPrefix: reference,
    // By itself it says: one of date and date-time; as formats only annotate, every text is both, and that is refused.
    additionalConverters: { [IS_ISO8601]: { type: 'string' } },
  }) as Record<string, Schema>;
  return {
    ...schemas,
    ...(viewSchemas(schemas, reference) as Record<string, Schema>),
    Problem: problemSchema,
  };
}

/** Nest lists a query's fields only when it is told of each. */
function describeQueries(schemas: Record<string, Schema>): void {
  const storage = getMetadataStorage() as unknown as { validationMetadatas: Map<new () => object, unknown> };
  for (const query of storage.validationMetadatas.keys()) {
    const schema = schemas[query.name] as
      { properties?: Record<string, object>; required?: string[] } | undefined;
    if (!query.name.endsWith('Query') || !schema) continue;
    for (const [name, property] of Object.entries(schema.properties ?? {})) {
      ApiProperty({ ...property, required: schema.required?.includes(name) ?? false })(
        query.prototype as object,
        name,
      );
    }
  }
}

function complete(
  operation: Operation,
  verb: (typeof verbs)[number],
  path: string,
  schemas: Record<string, Schema>,
): void {
  operation.tags = [path.replace('/api/', '').split('/')[0] as string];
  const headers =
    verb === 'post' && !operation['x-unkeyed'] ? [idempotencyKey] : verb === 'patch' ? [ifMatch] : [];
  operation.parameters = [
    ...(operation.parameters ?? []).filter((parameter) => !isOwnHeader(parameter)),
    ...headers,
  ];
  operation.security = [{ bearer: [] }];
  operation.responses = {
    ...operation.responses,
    default: {
      description: 'What is wrong, and with which field',
      content: { 'application/problem+json': { schema: { $ref: `${reference}Problem` } } },
    },
  };
  for (const media of Object.values(operation.requestBody?.content ?? {})) {
    const name = media.schema?.$ref?.replace(reference, '');
    const example = name ? (schemas[name] as { example?: unknown } | undefined)?.example : undefined;
    if (example !== undefined) media.example = example;
  }
}

function isOwnHeader(parameter: object): boolean {
  const name = (parameter as { name?: string }).name?.toLowerCase();
  return name === 'idempotency-key' || name === 'if-match' || name === 'authorization';
}

/** Only what the paths refer to, directly or through another schema. */
function reachable(paths: object, schemas: Record<string, Schema>): Record<string, Schema> {
  const found = new Set<string>(['Problem']);
  const visit = (value: unknown) => {
    for (const [, name] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (name && schemas[name] && !found.has(name)) {
        found.add(name);
        visit(schemas[name]);
      }
    }
  };
  visit(paths);
  return Object.fromEntries([...found].sort().map((name) => [name, schemas[name] as Schema]));
}

const problemSchema: Schema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'errors'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'code', 'message'],
        properties: { path: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
  example: problem(409, 'matches.refused', 'This place was given away a moment ago.'),
};
