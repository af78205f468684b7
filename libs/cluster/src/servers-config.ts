import { IsIn, IsOptional, Matches, ValidateIf } from 'class-validator';
import type { KafkaOptions } from '#libs/ports/event-bus/kafka';
import { Says, readSettings, type Environment } from '#libs/settings';

/** Where the broker and the database are: all that a deploy step needs. */
export class ServersConfig {
  @Says('Kafka: `host:port`, several with commas.')
  @Matches(/^[^\s,:]+:\d+(,[^\s,:]+:\d+)*$/)
  KAFKA_BROKERS: string;
  @Says('What names of topics and consumer groups begin with, where others use the same broker.')
  @Matches(/^[a-z0-9.-]{1,40}$/)
  KAFKA_PREFIX = 'leerbrug.';
  @Says('Whom the broker knows us as, where it asks for an account.')
  @IsOptional()
  @Matches(/\S/)
  KAFKA_USERNAME?: string;
  @Says('The password that goes with it.')
  @ValidateIf((config: ServersConfig) => config.KAFKA_USERNAME !== undefined)
  @Matches(/\S/)
  KAFKA_PASSWORD?: string;
  @Says('How the broker checks it (SASL); default: `scram-sha-512`.')
  @IsOptional()
  @IsIn(['scram-sha-512', 'scram-sha-256', 'plain'])
  KAFKA_SASL?: 'scram-sha-512' | 'scram-sha-256' | 'plain';
  @Says('`on` talks to the broker over TLS; an authority of your own is named by `NODE_EXTRA_CA_CERTS`.')
  @IsOptional()
  @IsIn(['on', 'off'])
  KAFKA_TLS?: 'on' | 'off';
  @Says('MongoDB: its connection string; the database is the one in it, or `leerbrug`.')
  @Matches(/^mongodb(\+srv)?:\/\/\S+$/)
  MONGO_URL: string;
}

/** @throws ConfigInvalid */
export const readServers = (environment: Environment): ServersConfig =>
  readSettings(ServersConfig, environment);

/** As the adapter wants to hear it. */
export function kafkaOf(config: ServersConfig, clientId: string): KafkaOptions {
  const { KAFKA_USERNAME: username, KAFKA_PASSWORD: password } = config;
  const mechanism = config.KAFKA_SASL ?? 'scram-sha-512';
  return {
    brokers: config.KAFKA_BROKERS.split(','),
    prefix: config.KAFKA_PREFIX,
    clientId,
    tls: config.KAFKA_TLS === 'on',
    ...(username && password ? { account: { mechanism, username, password } } : {}),
  };
}
