import type { Test } from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';
import { v7 as uuid } from 'uuid';

export interface Identity {
  readonly personId: string;
  readonly organizationId: string;
}

/** Somebody who calls the API: adds the token and, on POST, a fresh Idempotency-Key unless one is given. */
export class Caller {
  constructor(
    private readonly agent: Pick<TestAgent, 'get' | 'post' | 'patch' | 'put' | 'delete'>,
    private readonly token: string | null,
    private readonly known: Identity | null,
  ) {}

  get identity(): Identity {
    if (!this.known) throw new Error('an anonymous caller has no identity');
    return this.known;
  }

  /** For calls that are built by hand. */
  get authorization(): Readonly<Record<string, string>> {
    return this.token === null ? {} : { authorization: `Bearer ${this.token}` };
  }

  get(path: string): Test {
    return this.authorised(this.agent.get(path));
  }

  post(path: string, body?: object, key: string = uuid()): Test {
    return this.authorised(this.agent.post(path)).set('Idempotency-Key', key).send(body);
  }

  patch(path: string, version: number, body: object): Test {
    return this.authorised(this.agent.patch(path)).set('If-Match', `"${version}"`).send(body);
  }

  put(path: string, body: object): Test {
    return this.authorised(this.agent.put(path)).send(body);
  }

  delete(path: string): Test {
    return this.authorised(this.agent.delete(path));
  }

  private authorised(test: Test): Test {
    return this.token === null ? test : test.set('Authorization', `Bearer ${this.token}`);
  }
}
