import { Body, Controller, HttpCode, Post, UsePipes } from '@nestjs/common';
import { ActionDoneView, ActionPreviewView, ExecuteActionBody, PreviewActionBody } from '#libs/contracts';
import { Answers, Policy, Unkeyed, sha256, validationPipe } from '#libs/runtime';
import { EdgeCalls } from '../sessions/edge-calls.js';
import { ExecuteAction } from './execute-action.js';

/** Answering by the link of a mail, without an account or a session. Opening the link does nothing: only a POST answers. */
@Controller('api/actions')
@UsePipes(validationPipe())
export class ActionsController {
  constructor(
    private readonly calls: EdgeCalls,
    private readonly action: ExecuteAction,
  ) {}

  /** What will be answered, and how one can. */
  @Post('preview')
  @HttpCode(200)
  @Policy('actions.answer')
  @Unkeyed()
  @Answers(ActionPreviewView)
  preview(@Body() { token }: PreviewActionBody): Promise<ActionPreviewView> {
    return this.calls.post('notifications', '/internal/action-links/preview', { hash: sha256(token) });
  }

  /** Answers, once. */
  @Post('execute')
  @HttpCode(200)
  @Policy('actions.answer')
  @Unkeyed()
  @Answers(ActionDoneView)
  execute(@Body() body: ExecuteActionBody): Promise<ActionDoneView> {
    return this.action.execute(body);
  }
}
