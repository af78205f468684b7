import { Ajv2020, type AnySchemaObject } from 'ajv/dist/2020.js';

interface Described {
  readonly paths: Record<string, Record<string, { responses: Record<string, unknown> }>>;
  readonly components: { readonly schemas: Record<string, AnySchemaObject> };
}

/** One answer of the API as it went over the line. */
export interface Heard {
  readonly method: string;
  /** Without its query. */
  readonly path: string;
  readonly status: number;
  readonly body: string;
}

const pointer = (...steps: string[]) =>
  steps.map((step) => `/${encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))}`).join('');

/** Holds answers against the API's own description. A field that is not described is as wrong as one that is missing. */
export class ApiSchemas {
  private readonly ajv = new Ajv2020({ strict: false, validateFormats: false });
  private readonly operations: readonly { name: string; method: string; path: string; pattern: RegExp }[];

  constructor(private readonly api: Described) {
    for (const schema of Object.values(api.components.schemas)) {
      if (schema['properties'] && schema !== api.components.schemas['Problem'])
        schema['additionalProperties'] = false;
    }
    this.ajv.addSchema(api, 'api');
    this.operations = Object.entries(api.paths)
      .flatMap(([path, item]) => Object.keys(item).map((verb) => ({ path, method: verb.toUpperCase() })))
      .map(({ path, method }) => ({
        name: `${method} ${path}`,
        method,
        path,
        pattern: new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{[^}]+\}/g, '[^/]+')}$`),
      }))
      // A path written out goes before one with a parameter in its place.
      .sort((a, b) => a.path.split('{').length - b.path.split('{').length);
  }

  get names(): string[] {
    return this.operations.map(({ name }) => name);
  }

  /** The operation that this answers; undefined for what is not part of the API. */
  operationOf({ method, path }: Heard) {
    return this.operations.find((each) => each.method === method && each.pattern.test(path));
  }

  /** What of it the description does not say, one line each. */
  wrongWith(heard: Heard): string[] {
    const operation = this.operationOf(heard);
    if (!operation) return [];
    const { path, method } = operation;
    const { responses } = this.api.paths[path]?.[method.toLowerCase()] as (typeof this.api.paths)[''][''];
    const good = heard.status < 300;
    const status = String(heard.status) in responses || good ? String(heard.status) : 'default';
    const media = Object.keys((responses[status] as { content?: object } | undefined)?.content ?? {})[0];
    if (!media) return [`${operation.name} answers ${heard.status}, which is not described`];
    if (!media.endsWith('json')) return [];
    const at = pointer('paths', path, method.toLowerCase(), 'responses', status, 'content', media, 'schema');
    const validate = this.ajv.compile({ $ref: `api#${at}` });
    if (validate(JSON.parse(heard.body))) return [];
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) =>
        `${operation.name} ${heard.status} ${instancePath}: ${message} ${JSON.stringify(params)}`,
    );
  }
}
