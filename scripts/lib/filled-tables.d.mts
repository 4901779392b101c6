export const filledByMigrations: readonly string[];
