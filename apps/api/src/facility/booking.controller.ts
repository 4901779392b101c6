import { Body, Controller, Get, Header, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { PersonActor } from '#domain/shared/actor.js';
import { BookingService } from '#application/facility/booking.service.js';
import { Operation } from '../http/operation.js';
import { PageOf, pageOf, PageQuery } from '../http/paging.js';
import { CurrentPerson, IdParam } from '../http/params.js';
import { unwrap } from '../http/refusal.exception.js';
import { BookFacilityDto, BookingReasonDto, DecideBookingDto } from './facility.dto.js';
import { BookingView, bookingView } from './facility.view.js';

const bookers = ['enterprise', 'researchUnit', 'broker', 'agencyManager', 'incubatorManager'] as const;
const step = { scope: 'facility.write', status: 201, answer: BookingView, idempotency: 'required' } as const;

@ApiTags('空间与仪器预约')
@Controller('v1')
export class BookingController {
  constructor(private readonly bookings: BookingService) {}

  @Post('facilities/:id/bookings')
  @Operation({
    ...step,
    summary: '预约空间或仪器；满员时可候补',
    access: bookers,
    errors: [
      'facility.notFound',
      'facility.notBookable',
      'booking.full',
      'booking.past',
      'booking.tooFarAhead',
      'booking.length',
      'booking.slot',
      'booking.notOpen',
    ],
  })
  async book(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { startsAt, endsAt, purpose, wait }: BookFacilityDto,
  ): Promise<BookingView> {
    const span = { startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
    return bookingView(unwrap(await this.bookings.book(actor, id, span, purpose, wait ?? false)));
  }

  @Get('facilities/:id/bookings')
  @Operation({
    summary: '查看本单位空间或仪器收到的预约',
    access: ['enterprise', 'researchUnit', 'agencyManager', 'incubatorManager'],
    scope: 'facility.read',
    answer: PageOf(BookingView),
    errors: ['facility.notFound'],
  })
  async at(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam, @Query() query: PageQuery) {
    return pageOf(
      query,
      async (after, limit) => unwrap(await this.bookings.listAt(actor, id, after, limit)),
      bookingView,
    );
  }

  @Get('bookings')
  @Operation({ summary: '查看本单位的预约', access: 'signedIn', scope: 'facility.read', answer: PageOf(BookingView) })
  async mine(@CurrentPerson() actor: PersonActor, @Query() query: PageQuery) {
    return pageOf(query, (after, limit) => this.bookings.listOwn(actor, after, limit), bookingView);
  }

  @Get('booking-calendar')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Operation({ summary: '导出本单位未来的预约（iCalendar）', access: 'signedIn', scope: 'facility.read' })
  async calendar(@CurrentPerson() actor: PersonActor): Promise<string> {
    return this.bookings.calendar(actor);
  }

  @Get('bookings/:id')
  @Operation({
    summary: '查看一条预约',
    access: 'signedIn',
    scope: 'facility.read',
    answer: BookingView,
    errors: ['booking.notFound'],
  })
  async get(@CurrentPerson() actor: PersonActor, @Param() { id }: IdParam): Promise<BookingView> {
    return bookingView(unwrap(await this.bookings.get(actor, id)));
  }

  @Post('bookings/:id/cancellation')
  @Operation({
    ...step,
    summary: '取消预约；候补的单位依次补上',
    access: bookers,
    errors: ['booking.notFound', 'booking.begun', 'state.notAllowed'],
  })
  async cancel(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { reason }: BookingReasonDto,
  ): Promise<BookingView> {
    return bookingView(unwrap(await this.bookings.cancel(actor, id, reason)));
  }

  @Post('bookings/:id/decision')
  @Operation({
    ...step,
    summary: '提供单位办理预约：同意、不同意、收回、登记使用情况',
    access: ['enterprise', 'researchUnit', 'agencyManager', 'incubatorManager'],
    errors: ['booking.notFound', 'booking.begun', 'booking.notBegun', 'state.notAllowed'],
  })
  async decide(
    @CurrentPerson() actor: PersonActor,
    @Param() { id }: IdParam,
    @Body() { decision, reason }: DecideBookingDto,
  ): Promise<BookingView> {
    return bookingView(unwrap(await this.bookings.decide(actor, id, decision, reason)));
  }
}
