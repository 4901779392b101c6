// 接收推送：验签、去重、尽快答复 2xx，之后再处理。
import { createServer, type Server } from 'node:http';
import { must, verifyWebhook, type Market, type WebhookMessage } from '../src/index.js';

export async function subscribe(market: Market, url: string): Promise<string> {
  const body = { url, description: '科研管理系统', eventTypes: ['demand.publish'] };
  const { secret } = await must(market.POST('/v1/webhook-endpoints', { body }));
  return secret; // 只显示这一次，请保存
}

export function receiver(secret: string, handle: (message: WebhookMessage) => void): Server {
  const seen = new Set<string>(); // 至少送达一次：按编号去重
  return createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const message = verifyWebhook(secret, request.headers, body);
      response.writeHead(message ? 204 : 401).end();
      if (!message || seen.has(message.data.id)) return;
      seen.add(message.data.id);
      handle(message);
    });
  });
}
