import type { INestApplication } from '@nestjs/common';
import type * as Swagger from '@nestjs/swagger';

type Describe = (swagger: typeof Swagger) => MethodDecorator;

const told: ((swagger: typeof Swagger) => void)[] = [];

/**
 * What the API's description says of a route beyond its classes. It is kept until somebody asks for the description: the
 * library that writes it is a fifth of all the files of a process, and most processes are never asked.
 */
export function Described(how: Describe): MethodDecorator {
  return (target, key, descriptor) => void told.push((swagger) => void how(swagger)(target, key, descriptor));
}

/** The OpenAPI document of all these applications together. */
export async function describeApi(apps: readonly INestApplication[]): Promise<Swagger.OpenAPIObject> {
  const { writeOpenApi } = await import('./open-api.js');
  for (const tell of told.splice(0)) tell(await import('@nestjs/swagger'));
  return writeOpenApi(apps);
}
