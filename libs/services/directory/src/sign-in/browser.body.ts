import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { Browser } from './sign-in.js';

const hash = /^[0-9a-f]{64}$/;

/** What the gateway tells of the browser that signs in. */
export class BrowserBody implements Browser {
  @IsOptional() @Matches(hash) browser?: string;
  @IsOptional() @IsString() @MaxLength(1000) userAgent?: string;
  @IsOptional() @Matches(hash) replaces?: string;
}
