import { Body, Controller, HttpCode, Logger, Post } from '@nestjs/common';
import { ApprovalsView, ApproveManyBody, type ApprovalItem } from '#libs/contracts';
import {
  Answers,
  Command,
  CurrentActor,
  Policy,
  problemOf,
  type Actor,
  type CommandCause,
} from '#libs/runtime';
import { viewFor } from '../match.view.js';
import { ApproveProposal } from './approve-proposal.js';

@Controller('api/matches')
export class ApproveManyController {
  private readonly log = new Logger(ApproveManyController.name);

  constructor(private readonly useCase: ApproveProposal) {}

  /**
   * Decides every item for itself and answers 200 with one result per item, in their order: `status` and `match`, or
   * `status` and `problem` as a single approval would have had it.
   */
  @Post('approvals')
  @HttpCode(200)
  @Policy('proposals.decide')
  @Answers(ApprovalsView)
  async approve(
    @Body() { items }: ApproveManyBody,
    @CurrentActor() actor: Actor,
    @Command() cause: CommandCause,
  ) {
    const results = [];
    for (const [at, item] of items.entries()) {
      results.push({ ...item, ...(await this.one(item, at, actor, cause)) });
    }
    return { items: results };
  }

  private async one(item: ApprovalItem, at: number, actor: Actor, cause: CommandCause) {
    try {
      const own = { ...cause, key: `${cause.key ?? ''}#${at}` };
      const { document, status } = await this.useCase.execute(item, actor, own);
      return { status, match: viewFor(document, actor) };
    } catch (error) {
      const problem = problemOf(error);
      if (problem.status >= 500) this.log.error((error as Error).stack);
      return { status: problem.status, problem };
    }
  }
}
