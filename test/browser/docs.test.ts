// The docs page in a real browser: it draws, it shouts no error, and "Try it out" gets an answer. Skips where Debian's Chromium is not installed; CI installs it.
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Bundled, openBundled } from "../../tools/bundled.ts";

const executablePath = "/usr/bin/chromium";
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

describe.skipIf(!existsSync(executablePath))("the docs page in Chromium", () => {
  let bundled: Bundled;
  let browser: Browser;
  let address: string;

  beforeAll(async () => {
    bundled = await openBundled();
    address = await bundled.app.listen({ host: "127.0.0.1", port: 0 });
    browser = await chromium.launch({ executablePath, args: flags });
  });
  afterAll(async () => {
    await browser?.close();
    await bundled?.app.close();
    await bundled?.store.close();
  });

  it("lists the operations without an error in the console, asks for nothing elsewhere, and answers a question", async () => {
    const page = await browser.newPage();
    const errors: string[] = [];
    const elsewhere: string[] = [];
    page.on("console", (message) => void (message.type() === "error" && errors.push(message.text())));
    page.on("pageerror", (error) => void errors.push(error.message));
    page.on("request", (request) => void (!request.url().startsWith(address) && !request.url().startsWith("data:") && elsewhere.push(request.url())));
    await page.goto(`${address}/docs`);
    const operation = page.locator("#operations-positions-listPositions");
    await operation.waitFor();
    await operation.locator(".opblock-summary").click();
    await operation.getByRole("button", { name: "Execute" }).click();
    await operation.locator(".live-responses-table .response-col_status", { hasText: "200" }).waitFor();
    await page.screenshot({ path: join(tmpdir(), "parley-docs.png") });
    expect({ errors, elsewhere }).toEqual({ errors: [], elsewhere: [] });
    expect(await page.locator(".opblock").count()).toBeGreaterThan(12);
  });
});
