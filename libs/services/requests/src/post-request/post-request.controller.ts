import { Body, Controller, Post } from '@nestjs/common';
import { PostRequestBody, RequestView } from '#libs/contracts';
import { Answer, Answers, Command, CurrentActor, Policy, type Actor, type CommandCause } from '#libs/runtime';
import { viewFor } from '../request.view.js';
import { PostRequest } from './post-request.js';

@Controller('api/requests')
export class PostRequestController {
  constructor(private readonly useCase: PostRequest) {}

  @Post()
  @Policy('requests.post')
  @Answers(RequestView, 201)
  async post(@Body() body: PostRequestBody, @CurrentActor() actor: Actor, @Command() cause: CommandCause) {
    const { document, status } = await this.useCase.execute(body, actor, cause);
    return new Answer(viewFor(document, actor), document.rev, status, {
      location: `/api/requests/${document.id}`,
    });
  }
}
