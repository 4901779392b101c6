import { auditSeal } from '#application/audit/audit.jobs.js';
import { housekeepingClear } from '#application/housekeeping/housekeeping.jobs.js';

/** A job that comes back by itself. Its definition has `topic: null`; its handler takes an empty payload. */
export interface Schedule {
  readonly jobName: string;
  /** Pause between the end of one run and the start of the next. */
  readonly everyMs: number;
}

/**
 * Every periodic job, one line each. Several workers run them at the same time, so a use case claims its rows
 * with SKIP LOCKED. Legal clocks poll often because the demo's clock may jump.
 */
export const schedules: readonly Schedule[] = [
  { jobName: auditSeal, everyMs: 3_000 },
  { jobName: housekeepingClear, everyMs: 3_600_000 },
  { jobName: 'publicNotice.endDue', everyMs: 1_000 },
  { jobName: 'contractRegistration.remind', everyMs: 2_000 },
  { jobName: 'listing.expireDue', everyMs: 2_000 },
  { jobName: 'fundedProject.remind', everyMs: 2_000 },
  { jobName: 'openChallenge.settleDue', everyMs: 1_000 },
  { jobName: 'auction.advanceDue', everyMs: 500 },
  { jobName: 'demand.freezeDue', everyMs: 2_000 },
  { jobName: 'vitality.remind', everyMs: 5_000 },
  { jobName: 'nonDisclosure.expireDue', everyMs: 2_000 },
  { jobName: 'performance.remind', everyMs: 10_000 },
  { jobName: 'performance.acceptSilent', everyMs: 2_000 },
  { jobName: 'carrier.followDue', everyMs: 2_000 },
  { jobName: 'booking.lapseDue', everyMs: 5_000 },
  { jobName: 'patent.expireDue', everyMs: 2_000 },
  { jobName: 'right.endDue', everyMs: 2_000 },
  { jobName: 'right.remind', everyMs: 2_000 },
  { jobName: 'ledger.prove', everyMs: 3_600_000 },
  { jobName: 'inspection.remind', everyMs: 2_000 },
  { jobName: 'search.mirror', everyMs: 2_000 },
  { jobName: 'search.prune', everyMs: 3_600_000 },
  { jobName: 'search.settle', everyMs: 300_000 },
  { jobName: 'match.night', everyMs: 30_000 },
  { jobName: 'match.run', everyMs: 1_000 },
  { jobName: 'savedSearch.look', everyMs: 5_000 },
  { jobName: 'readiness.decay', everyMs: 60_000 },
  { jobName: 'purchaseReserve.lapse', everyMs: 10_000 },
  { jobName: 'matchmakingEvent.followUp', everyMs: 10_000 },
  { jobName: 'brokerRecognition.expireDue', everyMs: 5_000 },
  { jobName: 'brokerRecognition.remind', everyMs: 10_000 },
  { jobName: 'bypassFinding.look', everyMs: 10_000 },
  { jobName: 'marketEvent.number', everyMs: 300 },
  { jobName: 'marketEvent.prune', everyMs: 3_600_000 },
  { jobName: 'webhook.enqueue', everyMs: 500 },
  { jobName: 'webhook.send', everyMs: 400 },
  { jobName: 'webhook.prune', everyMs: 3_600_000 },
  { jobName: 'sandbox.clear', everyMs: 60_000 },
];
