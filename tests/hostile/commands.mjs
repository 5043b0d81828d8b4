/**
 * What a test cannot learn from within its page: what the window shows, to the pixel, and what the engine tells assistive
 * technology. Only of engines that Puppeteer steers: WebKitGTK's driver answers `computedrole` with an unknown error, and draws
 * letters at the edges of its tiles a little differently each time.
 */
export const outsideView = {
  name: 'outside-view',
  async executeCommand({ command, payload, session }) {
    if (command !== 'picture' && command !== 'roles') return undefined;
    const page = session.browser.getPage(session.id);
    return command === 'picture' ? picture(page) : roles(page, payload);
  },
};

/** As PNG in Base64. */
const picture = (page) => page.screenshot({ encoding: 'base64', captureBeyondViewport: false });

/** How many nodes in the frame have each of `roles`. Chromium tells a whole tree at once, Firefox the nodes of one role. */
async function roles(page, { frame, roles }) {
  const content = await (await page.$(frame)).contentFrame();
  const counts = Object.fromEntries(roles.map((role) => [role, 0]));
  if ((await page.browser().version()).includes('Chrom')) {
    const session = await page.createCDPSession();
    const { nodes } = await session.send('Accessibility.getFullAXTree', { frameId: content._id });
    await session.detach();
    for (const { role, ignored } of nodes) if (!ignored && role.value in counts) counts[role.value]++;
    return counts;
  }
  for (const role of roles) counts[role] = (await content.$$(`::-p-aria([role="${role}"])`)).length;
  return counts;
}
