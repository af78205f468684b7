import { Body, Controller, Post } from '@nestjs/common';
import { PostRequestBody } from '#libs/contracts';
import { Answer, Command, CurrentActor, Policy, type Actor, type CommandCause } from '#libs/runtime';
import { viewOf } from '../request.view.js';
import { PostRequest } from './post-request.js';

@Controller('api/requests')
export class PostRequestController {
  constructor(private readonly useCase: PostRequest) {}

  @Post()
  @Policy('requests.post')
  async post(@Body() body: PostRequestBody, @CurrentActor() actor: Actor, @Command() cause: CommandCause) {
    const { document, status } = await this.useCase.execute(body, actor, cause);
    return new Answer(viewOf(document), document.rev, status, { location: `/api/requests/${document.id}` });
  }
}
