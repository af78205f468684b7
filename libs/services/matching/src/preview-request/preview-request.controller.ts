import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { PostRequestBody, PreviewView } from '#libs/contracts';
import { Answers, CurrentActor, Policy, type Actor } from '#libs/runtime';
import { PreviewRequest } from './preview-request.js';

@Controller('api/requests')
export class PreviewRequestController {
  constructor(private readonly useCase: PreviewRequest) {}

  /** How many offers would fit, and which wish costs most; nothing is stored. */
  @Post('preview')
  @HttpCode(200)
  @Policy('requests.post')
  @Answers(PreviewView)
  preview(@Body() body: PostRequestBody, @CurrentActor() actor: Actor) {
    return this.useCase.execute(body, actor);
  }
}
