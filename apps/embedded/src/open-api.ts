import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
export function mergedOpenApi(apps: readonly INestApplication[]): OpenAPIObject {
  const config = new DocumentBuilder().setTitle('Leerbrug').setVersion('1').setOpenAPIVersion('3.1.0').build();
  const documents = apps.map((app) => SwaggerModule.createDocument(app, config));
  return { ...(documents[0] as OpenAPIObject), paths: Object.assign({}, ...documents.map(({ paths }) => paths)) };
}
