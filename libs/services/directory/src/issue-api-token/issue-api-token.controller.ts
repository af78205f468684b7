import { Body, Controller, Delete, Param, Post } from '@nestjs/common';
import { ApiTokenView, PostApiTokenBody } from '#libs/contracts';
import { Answer, Answers, Command, Policy, StepUp, idFrom, type CommandCause } from '#libs/runtime';
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
    const { id, rev, state } = outcome.document;
    const { personId, expiresAt } = state;
    return new Answer({ id, personId, expiresAt, ...(token ? { token } : {}) }, rev, outcome.status);
  }

  /** Whoever has it is out within five seconds. */
  @Delete(':id')
  @Policy('api-tokens.revoke')
  @StepUp()
  @Answers(ApiTokenView)
  async revoke(@Param('id') id: string, @Command() cause: CommandCause) {
    const { document } = await this.issue.revoke(id, cause);
    const { personId, expiresAt } = document.state;
    return new Answer({ id, personId, expiresAt }, document.rev);
  }
}
