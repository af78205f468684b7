import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validateSync, type ValidationError } from 'class-validator';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Names the variable and the rule, never the value. */
export class ConfigInvalid extends Error {
  override readonly name = 'ConfigInvalid';
}

/** The settings of that class, from the environment; an empty one is left at its default. @throws ConfigInvalid */
export function readSettings<C extends object>(kind: new () => C, environment: Environment): C {
  const names = getMetadataStorage()
    .getTargetValidationMetadatas(kind, '', false, false)
    .map(({ propertyName }) => propertyName);
  const given = names.flatMap((name) => (environment[name] ? [[name, environment[name]]] : []));
  const config = plainToInstance(kind, Object.fromEntries(given) as object);
  const [wrong] = validateSync(config, { validationError: { target: false, value: false } });
  if (wrong) throw new ConfigInvalid(`${wrong.property}: ${rulesOf(wrong).join(', ')}`);
  return config;
}

/** What is no number is not too large as well. */
function rulesOf({ constraints: { isInt, ...others } = {} }: ValidationError): string[] {
  return isInt ? [isInt] : Object.values(others);
}
