import { Controller, Get, Param, Query } from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsIn, IsNumber, IsOptional, Matches, Max, Min } from 'class-validator';
import {
  CatalogueItemView,
  CatalogueOfferView,
  IdText,
  LocalDateText,
  Text,
  atField,
  sectors,
  type Sector,
} from '#libs/contracts';
import { isTheme } from '#libs/facts';
import { Answers, AnswersPage, PageQuery, Policy, pageOf } from '#libs/runtime';
import { ResolveLocation } from '../add-offer/resolve-location.js';
import { refuse } from '../domain/offer.errors.js';
import { ShowCatalogue } from './show-catalogue.js';

class CatalogueQuery extends PageQuery {
  @IsOptional() @Text(100) theme?: string;
  /** A postcode or the name of a place. */
  @IsOptional() @Text(80) near?: string;
  @IsOptional() @Type(() => Number) @IsNumber() @Min(1) @Max(400) km?: number;
  @IsOptional() @IsIn(sectors) sector?: Sector;
  @IsOptional() @Matches(/^[1-8]$/) grade?: string;
  @IsOptional() @LocalDateText() from?: string;
  @IsOptional() @LocalDateText() to?: string;
  @IsOptional() @IdText() region?: string;
  /** All of them in its title, summary or the name of its partner. */
  @IsOptional() @Text(80) words?: string;
}

class CatalogueOfferQuery {
  @IsOptional() @Text(80) near?: string;
}

@Controller('api/catalogue')
export class ShowCatalogueController {
  constructor(
    private readonly catalogue: ShowCatalogue,
    private readonly location: ResolveLocation,
  ) {}

  @Get()
  @Policy('catalogue.read')
  @AnswersPage(CatalogueItemView)
  async show(@Query() query: CatalogueQuery) {
    const { theme, near, km, sector, grade, from, to, region, words } = query;
    if (theme && !isTheme(theme))
      throw refuse(
        'offers.theme-unknown',
        atField('theme', 'theme', `${theme} is not a theme of the taxonomy`),
      );
    const point = await this.pointOf(near);
    const { limit, after } = pageOf(query);
    return this.catalogue.execute(
      {
        ...(theme ? { theme } : {}),
        ...(point ? { near: point } : {}),
        ...(km ? { km } : {}),
        ...(sector ? { sector } : {}),
        ...(grade ? { grade } : {}),
        ...(from ? { from } : {}),
        ...(to ? { to } : {}),
        ...(region ? { region } : {}),
        ...(words ? { words } : {}),
      },
      limit,
      after,
    );
  }

  @Get(':offerId')
  @Policy('catalogue.read')
  @Answers(CatalogueOfferView)
  async one(@Param('offerId') offerId: string, @Query() { near }: CatalogueOfferQuery) {
    return this.catalogue.one(offerId, await this.pointOf(near));
  }

  private async pointOf(near: string | undefined) {
    if (!near) return undefined;
    return this.location.execute(/^[1-9]\d{3}/.test(near) ? { postcode: near } : { place: near });
  }
}
