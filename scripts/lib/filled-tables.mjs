/** Filled by the migrations themselves: restored like any other table, but not a sign of use. */
export const filledByMigrations = ['sandbox_clock', 'market_event_counter', 'bypass_look'];
