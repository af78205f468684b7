import { Controller, Get, Param } from '@nestjs/common';
import type { Coordinates } from '#libs/contracts';
import { Policy } from '#libs/runtime';
import { missing } from '../missing.js';
import { Locate } from './locate.js';

@Controller('internal/postcodes')
export class LocateController {
  constructor(private readonly locate: Locate) {}

  /** Coordinates of the first four digits of a postcode. */
  @Get(':code')
  @Policy('postcodes.read')
  async show(@Param('code') code: string): Promise<Coordinates> {
    const point = await this.locate.postcode(code);
    if (!point) throw missing();
    return point;
  }
}
