import helmet from 'helmet';

/**
 * The headers helmet sets, computed once: they are the same for every answer, and composing them anew took as long as
 * routing. The reference page at /reference needs inline styles; nothing else is loosened.
 */
export const securityHeaders: Readonly<Record<string, string>> = recorded(
  helmet({
    contentSecurityPolicy: {
      directives: { scriptSrc: ["'self'"], styleSrc: ["'self'", "'unsafe-inline'"], upgradeInsecureRequests: null },
    },
  }),
);

/** What a middleware of helmet's kind sets on an answer. */
function recorded(middleware: ReturnType<typeof helmet>): Record<string, string> {
  const headers: Record<string, string> = {};
  const answer = {
    setHeader: (name: string, value: string) => void (headers[name.toLowerCase()] = value),
    removeHeader: () => undefined, // x-powered-by, which nothing here sets
  };
  middleware({} as never, answer as never, (error?: unknown) => {
    if (error instanceof Error) throw error;
  });
  return headers;
}
