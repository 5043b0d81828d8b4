/**
 * What a test cannot learn from within its page: how a frame looks, to the pixel, and what the engine tells assistive
 * technology of it. Puppeteer steers Chromium and Firefox, a driver WebKit (https://www.w3.org/TR/webdriver2/).
 */
export const outsideView = {
  name: 'outside-view',
  async executeCommand({ command, payload, session }) {
    if (command !== 'picture' && command !== 'roles') return undefined;
    const { browser, id } = session;
    const eye = browser.type === 'webdriver' ? throughDriver(browser.driver) : throughPuppeteer(browser.getPage(id));
    return eye[command](payload);
  },
};

const throughPuppeteer = (page) => ({
  /** As PNG in Base64. */
  async picture({ frame }) {
    const element = await page.$(frame);
    return Buffer.from(await element.screenshot()).toString('base64');
  },
  /** How many nodes in the frame have each of `roles`. */
  async roles({ frame, roles }) {
    const content = await (await page.$(frame)).contentFrame();
    const counts = {};
    for (const role of roles) {
      const nodes = await content.$$(`::-p-aria([role="${role}"])`);
      counts[role] = nodes.length;
      await Promise.all(nodes.map((node) => node.dispose()));
    }
    return counts;
  },
});

const throughDriver = (driver) => ({
  async picture({ frame }) {
    const { elementId } = await driver.$(frame).getElement();
    return driver.takeElementScreenshot(elementId);
  },
  /** WebKitGTK's driver answers `computedrole` with an unknown error. */
  roles: () => null,
});
