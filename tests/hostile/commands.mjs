/**
 * What a test cannot learn from within its page: what the window shows, to the pixel, and what the engine tells assistive
 * technology. Only of engines that Puppeteer steers: WebKitGTK's driver answers `computedrole` with an unknown error, and draws
 * letters at the edges of its tiles a little differently each time.
 */
export const outsideView = {
  name: 'outside-view',
  async executeCommand({ command, payload, session }) {
    const answer = { picture, roles, told }[command];
    if (!answer) return undefined;
    // A driver has no pages, and a command has to answer.
    const page = session.browser.getPage?.(session.id);
    return page ? answer(page, payload) : { isUnknown: true };
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

/** Whether the element that the page has as `toldElement` is told with a role, and with a name, where one is given. */
async function told(page, { role, name }) {
  if ((await page.browser().version()).includes('Chrom')) {
    const session = await page.createCDPSession();
    const { result } = await session.send('Runtime.evaluate', { expression: 'toldElement' });
    const { objectId } = result;
    const { nodes } = await session.send('Accessibility.getPartialAXTree', { objectId, fetchRelatives: false });
    await session.detach();
    const [node] = nodes;
    const isSo = !node.ignored && node.role.value === role && (name === undefined || node.name?.value === name);
    return { isSo, words: node.ignored ? 'ignored' : `${node.role.value} “${node.name?.value}”` };
  }
  // Firefox finds none in a shadow root.
  if (await page.evaluate(() => globalThis.toldElement.getRootNode() !== document)) return { isUnknown: true };
  const found = await page.$$(`::-p-aria(${name ?? ''}[role="${role}"])`);
  const isSo = await page.evaluate((...all) => all.includes(globalThis.toldElement), ...found);
  return {
    isSo,
    words: `none of ${found.length} with the role ${role}${name === undefined ? '' : ` and the name “${name}”`}`,
  };
}
