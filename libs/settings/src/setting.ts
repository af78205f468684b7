import { ValidateBy } from 'class-validator';
import { JSONSchema } from 'class-validator-jsonschema';

/** A sentence per setting, for people and for docs/configuration.md. */
export const Says = (description: string) => JSONSchema({ description }) as PropertyDecorator;

/** A text that this function makes something of. */
export const Reads = (read: (text: string) => unknown, what: string) =>
  ValidateBy({
    name: 'reads',
    validator: {
      validate: (value) => typeof value === 'string' && Boolean(read(value)),
      defaultMessage: () => `$property must be ${what}`,
    },
  });

/** Of an address of the web, also one without a top-level domain. */
export const webAddress = { require_tld: false, require_protocol: true, protocols: ['http', 'https'] };
