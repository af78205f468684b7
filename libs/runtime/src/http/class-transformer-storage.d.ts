/** The package ships this module without types. */
declare module 'class-transformer/cjs/storage.js' {
  export const defaultMetadataStorage: NonNullable<
    Parameters<typeof import('class-validator-jsonschema').validationMetadatasToSchemas>[0]
  >['classTransformerMetadataStorage'];
}
