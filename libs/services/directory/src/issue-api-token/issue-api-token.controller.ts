import { Body, Controller, Delete, Param, Post } from '@nestjs/common';
import { ApiTokenView, PostApiTokenBody } from '#libs/contracts';
import {
  Answer,
  Answers,
  Command,
  Policy,
  StepUp,
  idFrom,
  type Aggregate,
  type CommandCause,
} from '#libs/runtime';
import type { ApiToken } from '../api-tokens.collection.js';
import { IssueApiToken } from './issue-api-token.js';

@Controller('api/api-tokens')
export class IssueApiTokenController {
  constructor(private readonly issue: IssueApiToken) {}

  /** The answer to a repeated command has no `token`: it was shown once and is not kept. */
  @Post()
  @Policy('api-tokens.add')
  @StepUp()
  @Answers(ApiTokenView, 201)
  async add(@Body() body: PostApiTokenBody, @Command() cause: CommandCause) {
    const { outcome, token } = await this.issue.execute(idFrom(cause), body, cause);
    const { document, status } = outcome;
    return new Answer({ ...viewOf(document), ...(token ? { token } : {}) }, document.rev, status);
  }

  /** Whoever has it is out within five seconds. */
  @Delete(':id')
  @Policy('api-tokens.revoke')
  @StepUp()
  @Answers(ApiTokenView)
  async revoke(@Param('id') id: string, @Command() cause: CommandCause) {
    const { document } = await this.issue.revoke(id, cause);
    return new Answer(viewOf(document), document.rev);
  }
}

function viewOf({ id, state: { personId, expiresAt, only } }: Aggregate<ApiToken>) {
  return { id, personId, expiresAt, ...(only ? { only: [...only] } : {}) };
}
