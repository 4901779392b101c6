import type { Page } from 'playwright-core';

/** Where the keyboard stands. */
interface Stop {
  readonly name: string;
  readonly tag: string;
  readonly role: string;
  /** Somebody can see that the focus is here, and the place itself. */
  readonly visible: boolean;
  readonly serial: number;
}

/** No page of the portal takes more steps than this from its start to any place on it. */
const maxSteps = 160;

/**
 * A visitor without a mouse: Tab, arrows, Enter, Space, Escape and letters, nothing else. At each stop the focus must be
 * seen; a place that cannot be left is a trap. A page on which a pointer was used would tell by `pointers`.
 */
export class Keys {
  readonly unseen: string[] = [];
  /** How often a pointer was used in this window. */
  pointers = 0;

  private constructor(readonly page: Page) {}

  static async at(page: Page): Promise<Keys> {
    const keys = new Keys(page);
    await page.exposeFunction('pointerWasUsed', () => (keys.pointers += 1));
    await page.addInitScript(() => {
      const seen = globalThis as unknown as {
        pointerWasUsed(): void;
        addEventListener(type: string, to: () => void, o: boolean): void;
      };
      for (const type of ['pointerdown', 'mousedown', 'touchstart'])
        seen.addEventListener(type, () => seen.pointerWasUsed(), true);
    });
    return keys;
  }

  /** By the address bar, which has the keyboard too. */
  async go(path: string, title: string | RegExp): Promise<void> {
    await this.page.goto(path);
    await this.arrived(title);
  }

  /** The page with this title is open, and the focus stands on the title: what follows it is the next stop. */
  async arrived(title: string | RegExp): Promise<void> {
    const heading = this.page.getByRole('heading', { level: 1, name: title });
    await heading.waitFor();
    await this.settled();
  }

  /** Steps on until the focus stands on what has this name. */
  async to(name: string | RegExp, role?: string): Promise<void> {
    const passed = new Set<number>();
    for (let step = 0; step < maxSteps; step += 1) {
      await this.page.keyboard.press('Tab');
      const stop = await this.stop();
      if (stop === null) continue; // round by the window's own bars
      if (!stop.visible) this.unseen.push(`${this.page.url()}: ${stop.role} ${stop.name}`);
      if (fits(stop, name, role)) return;
      if (passed.has(stop.serial) && passed.size < 2) throw new Error(`trapped at ${stop.role} ${stop.name}`);
      passed.add(stop.serial);
    }
    throw new Error(`${this.page.url()}: ${maxSteps} steps of Tab never reach ${role ?? ''} ${String(name)}`);
  }

  /** Enters a link or presses a button. */
  async press(name: string | RegExp, role: 'button' | 'link' = 'button'): Promise<void> {
    await this.to(name, role);
    await this.page.keyboard.press('Enter');
  }

  async type(label: string | RegExp, text: string): Promise<void> {
    await this.to(label);
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.insertText(text);
  }

  /** Opens the list, goes down to the option and takes it. */
  async choose(label: string | RegExp, option: string): Promise<void> {
    await this.to(label, 'combobox');
    await this.page.keyboard.press('Enter');
    const list = this.page.locator('.ant-select-dropdown:visible');
    await list.waitFor();
    const at = list.locator('.ant-select-item-option-active');
    for (let step = 0; step < 60; step += 1) {
      if ((await at.first().getAttribute('title')) === option) break;
      await this.page.keyboard.press('ArrowDown');
    }
    await this.page.keyboard.press('Enter');
    await list.waitFor({ state: 'hidden' });
  }

  /** A dialog is open and holds the focus: as many steps as it has stops and one more stay inside. */
  async insideDialog(): Promise<void> {
    await this.page.getByRole('dialog').waitFor();
    await this.page.waitForFunction(() => {
      const { document } = globalThis as unknown as { document: { activeElement: { closest(s: string): unknown } } };
      return document.activeElement.closest('[role=dialog]') !== null;
    });
    for (let step = 0; step < 12; step += 1) {
      await this.page.keyboard.press('Tab');
      const outside = await this.page.evaluate(() => {
        const { document } = globalThis as unknown as {
          document: { activeElement: { closest(s: string): unknown; outerHTML: string } };
        };
        return document.activeElement.closest('.ant-modal, body:not(:has([role=dialog]))') === null
          ? document.activeElement.outerHTML.slice(0, 200)
          : null;
      });
      if (outside !== null && !outside.startsWith('<body')) throw new Error(`the focus left the dialog for ${outside}`);
    }
  }

  /** The dialog is gone and the focus is back where it was opened from. */
  async closed(opener: string | RegExp): Promise<void> {
    await this.page.getByRole('dialog').waitFor({ state: 'hidden' });
    const deadline = Date.now() + 3_000;
    for (let stop = await this.stop(); ; stop = await this.stop()) {
      if (stop !== null && fits(stop, opener)) return;
      if (Date.now() > deadline) throw new Error(`the dialog gave the focus to ${stop?.role} ${stop?.name}`);
      await this.page.waitForTimeout(50);
    }
  }

  private async settled(): Promise<void> {
    await this.page.waitForFunction(() => {
      const { document } = globalThis as unknown as { document: { querySelector(selector: string): unknown } };
      return document.querySelector('[aria-busy="true"]') === null;
    });
  }

  private async stop(): Promise<Stop | null> {
    return this.page.evaluate(whereFocusStands);
  }
}

const fits = (stop: Stop, name: string | RegExp, role?: string): boolean =>
  (role === undefined || stop.role === role) && (typeof name === 'string' ? stop.name === name : name.test(stop.name));

/* eslint-disable @typescript-eslint/no-explicit-any -- runs in the page, whose types the tests do not load */
/** Runs in the page. */
function whereFocusStands(): Stop | null {
  const page = globalThis as any;
  const element = page.document.activeElement;
  if (!element || element === page.document.body || element.tagName === 'HTML') return null;
  page.focusSerial ??= { next: 1, of: new WeakMap() };
  if (!page.focusSerial.of.has(element)) page.focusSerial.of.set(element, page.focusSerial.next++);
  const text = (node: any): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const labelled = (element.getAttribute('aria-labelledby') ?? '')
    .split(' ')
    .filter(Boolean)
    .map((id: string) => text(page.document.getElementById(id)))
    .join(' ');
  const labels = [...(element.labels ?? [])].map(text).join(' ');
  const name =
    element.getAttribute('aria-label') || labelled || labels || text(element) || element.getAttribute('title');
  const types: Record<string, string> = { A: 'link', BUTTON: 'button', SUMMARY: 'button', SELECT: 'combobox' };
  const inputs: Record<string, string> = { checkbox: 'checkbox', radio: 'radio', submit: 'button', file: 'file' };
  const role =
    element.getAttribute('role') ??
    types[element.tagName] ??
    (element.tagName === 'INPUT' ? (inputs[element.type] ?? 'textbox') : element.tagName.toLowerCase());
  // The ring may be drawn by the field's frame, or by the mark beside a hidden box.
  const around = [element, element.nextElementSibling, element.parentElement, element.parentElement?.parentElement];
  const ring = (node: any): boolean => {
    if (!node) return false;
    const { outlineStyle, outlineWidth, boxShadow } = page.getComputedStyle(node);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  };
  const frame = element.closest('.ant-select, .ant-picker, .ant-input-affix-wrapper, .ant-input-number');
  const box = element.getBoundingClientRect();
  const onScreen = box.bottom > 0 && box.top < page.innerHeight && box.right > 0 && box.left < page.innerWidth;
  const visible = onScreen && (element.matches('h1') || ring(frame) || around.some(ring));
  return { name: name ?? '', tag: element.tagName, role, visible, serial: page.focusSerial.of.get(element) };
}
