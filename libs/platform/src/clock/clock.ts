/** The market's time. Everything that depends on time asks it, so that a test or the demo can move it. */
export abstract class Clock {
  abstract now(): Date;

  /** Milliseconds by which the market's time is ahead of the machine's. */
  get offset(): number {
    return 0;
  }
}

/** The machine's clock plus an offset; the offset is zero but in demo mode, where the sandbox may move it. */
export class SystemClock extends Clock {
  private offsetMs = 0;

  now(): Date {
    return new Date(Date.now() + this.offsetMs);
  }

  override get offset(): number {
    return this.offsetMs;
  }

  setOffset(milliseconds: number): void {
    this.offsetMs = milliseconds;
  }
}

/** A clock that stands still until it is moved: for tests. */
export class FixedClock extends Clock {
  constructor(private instant: Date) {
    super();
  }

  now(): Date {
    return new Date(this.instant);
  }

  moveTo(instant: Date): void {
    this.instant = instant;
  }
}
