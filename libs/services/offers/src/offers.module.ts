import { Module } from '@nestjs/common';
import { PersonalData } from '#libs/runtime';
import { OffersPersonalData } from './personal-data.js';
import { AddOffer } from './add-offer/add-offer.js';
import { NameContact } from './add-offer/name-contact.js';
import { AddOfferController } from './add-offer/add-offer.controller.js';
import { ResolveLocation } from './add-offer/resolve-location.js';
import { CallConsumer } from './answer-call/call.consumer.js';
import { BlockSlot } from './block-slot/block-slot.js';
import { BlockSlotController } from './block-slot/block-slot.controller.js';
import { ChangeOfferController } from './change-offer/change-offer.controller.js';
import { EditSlotsController } from './edit-slots/edit-slots.controller.js';
import { HoldConsumer } from './hold/hold.consumer.js';
import { Holdings } from './hold/holdings.js';
import { PursueHold } from './hold/pursue-hold.js';
import { SlotHoldings } from './hold/slot-holdings.js';
import { TakeSet } from './hold/take-set.js';
import { WhatIsWanted } from './hold/what-is-wanted.js';
import { KeepCopiesConsumer } from './keep-copies/keep-copies.consumer.js';
import { ListOffersController } from './list-offers/list-offers.controller.js';
import { ShowOffer } from './list-offers/show-offer.js';
import { PublishOfferController } from './publish-offer/publish-offer.controller.js';
import { MomentsAhead } from './show-catalogue/moments-ahead.js';
import { ShowCatalogue } from './show-catalogue/show-catalogue.js';
import { ShowCatalogueController } from './show-catalogue/show-catalogue.controller.js';
import { WithdrawOfferController } from './withdraw-offer/withdraw-offer.controller.js';

@Module({
  controllers: [
    AddOfferController,
    ListOffersController,
    ChangeOfferController,
    PublishOfferController,
    WithdrawOfferController,
    EditSlotsController,
    BlockSlotController,
    ShowCatalogueController,
    KeepCopiesConsumer,
    HoldConsumer,
    CallConsumer,
  ],
  providers: [
    AddOffer,
    NameContact,
    ResolveLocation,
    ShowOffer,
    MomentsAhead,
    ShowCatalogue,
    BlockSlot,
    Holdings,
    SlotHoldings,
    WhatIsWanted,
    TakeSet,
    PursueHold,
    { provide: PersonalData, useClass: OffersPersonalData },
  ],
})
export class OffersModule {}
