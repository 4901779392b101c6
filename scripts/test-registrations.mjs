// npm run test:registrations: 1,000 contracts through the whole procedure in an unreliable world, and 10,000 determinations at
// once for their numbers. TEST_REGISTRATIONS, TEST_NUMBERS and TEST_SEED change size and course.
process.env.TEST_REGISTRATIONS ??= '1000';
process.env.TEST_NUMBERS ??= '10000';
process.argv.push('test/integration/registrations.spec.ts', 'test/integration/registration-number.spec.ts');
await import('./test.mjs');
