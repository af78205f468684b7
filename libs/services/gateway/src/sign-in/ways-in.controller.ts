import { Controller, Get } from '@nestjs/common';
import { WaysInView } from '#libs/contracts';
import { Answers, Policy } from '#libs/runtime';
import { DemoTime } from '../move-clock/demo-time.js';
import { WaysIn } from './ways-in.js';

@Controller('api/sign-in')
export class WaysInController {
  constructor(
    private readonly demo: DemoTime,
    private readonly ways: WaysIn,
  ) {}

  /** What the page for signing in offers here. */
  @Get()
  @Policy('sign-in.try')
  @Answers(WaysInView)
  show(): WaysInView {
    return { code: true, issuer: this.ways.issuer, demo: this.demo.now() !== undefined };
  }
}
