import { randomUUID } from 'node:crypto';

/** Somebody with a demo account; signs in when needed, and again when the moved clock has ended the session. */
export class Person {
  token = null;
  constructor(url, account, password) {
    Object.assign(this, { url, account, password });
  }

  get(path, status = 200) {
    return this.call('GET', path, status);
  }

  post(path, status, body) {
    return this.call('POST', path, status, body, randomUUID());
  }

  /** A file, as it is. */
  async bytes(path) {
    const answer = await this.send('GET', path);
    if (!answer.ok) throw new Error(`${this.account} GET ${path}: ${answer.status}`);
    return Buffer.from(await answer.arrayBuffer());
  }

  async call(method, path, status, body, key) {
    let answer = await this.send(method, path, body, key);
    if (answer.status === 401) {
      this.token = null;
      answer = await this.send(method, path, body, key);
    }
    const content = await answer.json().catch(() => null);
    if (answer.status === status) return content;
    throw new Error(
      `${this.account} ${method} ${path} 应答 ${status}，实为 ${answer.status}：${JSON.stringify(content)}`,
    );
  }

  async send(method, path, body, key) {
    this.token ??= await this.signIn();
    return fetch(this.url + path, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        ...(key && { 'idempotency-key': key }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
  }

  async signIn() {
    const answer = await fetch(`${this.url}/v1/sessions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ account: this.account, password: this.password }),
    });
    const content = await answer.json().catch(() => null);
    if (!answer.ok) {
      const hint = '（口令是否属于这个市场？见 DEMO_PASSWORD、MARKET_DATA_DIR）';
      throw new Error(`${this.account} 不能登录${hint}：${answer.status} ${JSON.stringify(content)}`);
    }
    return content.accessToken;
  }
}
